package dev.smtpscope.cli.option;

import dev.smtpscope.probe.Budget;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** How long to wait. */
public final class TimeFlags implements Flags {
  final Flag<Duration> whole;

  final Flag<Duration> lookup =
      Flag.duration("--lookup-timeout", "For the addresses of the host (10s).");

  final Flag<Duration> connect = Flag.duration("--connect-timeout", "For a connection (10s).");

  final Flag<Duration> greeting = Flag.duration("--greeting-timeout", "For the greeting (30s).");

  final Flag<Duration> reply =
      Flag.duration("--reply-timeout", "For the reply to a command (20s).");

  final Flag<Duration> handshake =
      Flag.duration("--handshake-timeout", "For the TLS handshake (15s).");

  /** Of a check. */
  TimeFlags() {
    this("For one target as a whole (60s; more with a TLS audit). D is 5, 5s, 500ms or 2m.");
  }

  /** With a limit for the whole of something else. */
  TimeFlags(String aboutWhole) {
    whole = Flag.duration("--timeout", aboutWhole);
  }

  @Override
  public List<OptionSpec> specs() {
    return List.of(
        whole.spec(),
        lookup.spec(),
        connect.spec(),
        greeting.spec(),
        reply.spec(),
        handshake.spec());
  }

  Budget budget(AuditFlags audit) {
    Budget usual = Budget.STANDARD;
    return new Budget(
        whole.value().orElseGet(() -> audit.whole(usual.whole())),
        lookup.value().orElse(usual.lookup()),
        connect.value().orElse(usual.connect()),
        greeting.value().orElse(usual.greeting()),
        reply.value().orElse(usual.reply()),
        handshake.value().orElse(usual.handshake()));
  }
}
