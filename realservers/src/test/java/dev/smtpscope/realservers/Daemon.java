package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server's processes, run by {@code supervise.sh}: they end with {@link #close}, or with this
 * process, however it ends.
 */
record Daemon(Process supervisor) implements AutoCloseable {

  /**
   * @param replaced absolute paths that are the workspace's own for the server
   */
  static Daemon start(
      Workspace workspace,
      List<String> replaced,
      Map<String, String> environment,
      List<String> words) {
    var line = new ArrayList<String>();
    line.add(Unpacked.script("supervise.sh").toString());
    line.add(workspace.root().toString());
    line.addAll(replaced);
    line.add("--");
    line.addAll(words);
    Path log = workspace.root().resolve("server.log");
    var builder =
        new ProcessBuilder(line)
            .directory(workspace.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new Daemon(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean running() {
    return supervisor.isAlive();
  }

  @Override
  public void close() {
    try {
      supervisor.getOutputStream().close();
      if (!supervisor.waitFor(10, TimeUnit.SECONDS)) {
        supervisor.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      supervisor.destroyForcibly();
    }
  }
}
