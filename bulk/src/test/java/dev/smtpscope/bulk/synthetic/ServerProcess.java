package dev.smtpscope.bulk.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A synthetic internet in a process of its own, on ports of its own choice, until closed. Nobody
 * has to ask its DNS: there is a listener at every address.
 */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready: smtp ([0-9]+), dns ([0-9]+)");

  private final Process process;
  private final Path root;
  private final int smtp;
  private final int dns;

  private ServerProcess(Process process, Path root, Matcher ready) {
    this.process = process;
    this.root = root;
    this.smtp = Integer.parseInt(ready.group(1));
    this.dns = Integer.parseInt(ready.group(2));
  }

  /** Starts one with the words that {@link Serve} takes. */
  static ServerProcess start(List<String> words) throws IOException {
    Path root = Files.createTempFile("synthetic", ".pem");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx1g"));
    command.addAll(List.of("-cp", classPath(), Serve.class.getName(), "smtp=0", "dns=0"));
    command.add("refusals=0");
    command.add("ca=" + root);
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new ServerProcess(process, root, ready);
      }
    }
    throw new IOException("the synthetic internet did not start");
  }

  /** The test's own, which Surefire hides behind a manifest. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  int smtp() {
    return smtp;
  }

  int dns() {
    return dns;
  }

  /** The root certificate, as PEM. */
  Path root() {
    return root;
  }

  /** CPU time so far. */
  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(root);
  }
}
