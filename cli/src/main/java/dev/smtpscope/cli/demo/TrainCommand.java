package dev.smtpscope.cli.demo;

import dev.smtpscope.cli.Cli;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.target.Target;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;

/**
 * {@code smtpscope train}: does what a usual run does, for the launcher to record which classes
 * that takes. Shows nothing.
 */
@Command(name = "train", hidden = true)
public final class TrainCommand implements Runnable {
  private final Surroundings surroundings;

  public TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    try (Village village = new Village()) {
      DemoServer server = village.servers().getFirst();
      Target target = village.open(server);
      check(village, "check", target.input() + ":" + target.services().getFirst().port());
      check(village, "check", "--ports", "1", "127.0.0.1");
    }
  }

  private void check(Village village, String... args) {
    Console nowhere =
        Console.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream());
    int code =
        new Cli(
                new Surroundings(
                    nowhere, new Interruption(), village.resolver(), surroundings.anchors()))
            .run(args);
    surroundings.console().complain("trained with exit code " + code);
  }
}
