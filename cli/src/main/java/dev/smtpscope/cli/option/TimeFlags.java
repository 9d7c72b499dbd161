package dev.smtpscope.cli.option;

import dev.smtpscope.probe.Budget;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long to wait. */
public final class TimeFlags {
  @Option(
      names = "--timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For one target as a whole (60s). D is 5, 5s, 500ms or 2m.")
  Optional<Duration> whole = Optional.empty();

  @Option(
      names = "--lookup-timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For the addresses of the host (10s).")
  Optional<Duration> lookup = Optional.empty();

  @Option(
      names = "--connect-timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For a connection (10s).")
  Optional<Duration> connect = Optional.empty();

  @Option(
      names = "--greeting-timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For the greeting (30s).")
  Optional<Duration> greeting = Optional.empty();

  @Option(
      names = "--reply-timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For the reply to a command (20s).")
  Optional<Duration> reply = Optional.empty();

  @Option(
      names = "--handshake-timeout",
      paramLabel = "D",
      converter = Durations.class,
      description = "For the TLS handshake (15s).")
  Optional<Duration> handshake = Optional.empty();

  Budget budget() {
    Budget usual = Budget.STANDARD;
    return new Budget(
        whole.orElse(usual.whole()),
        lookup.orElse(usual.lookup()),
        connect.orElse(usual.connect()),
        greeting.orElse(usual.greeting()),
        reply.orElse(usual.reply()),
        handshake.orElse(usual.handshake()));
  }
}
