package dev.smtpscope.cli.demo;

import dev.smtpscope.cli.Cli;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Interruption;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.probe.resolve.AddressResolver;
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
      Target target = village.open(village.servers().getFirst());
      int port = target.services().getFirst().port();
      check(village.resolver(), "check", target.input() + ":" + port);
      check(surroundings.resolver(), "check", "--ports", "1", "localhost");
    }
  }

  private void check(AddressResolver resolver, String... args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console = Console.of(InputStream.nullInputStream(), nowhere, nowhere);
    Surroundings silent =
        new Surroundings(console, new Interruption(), resolver, surroundings.anchors());
    int code = new Cli(silent).run(args);
    surroundings.console().complain("trained by a check that ended with " + code);
  }
}
