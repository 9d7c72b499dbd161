package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.probe.audit.AuditOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** How much of a server's TLS to ask for. */
public final class AuditFlags implements Flags {
  final Flag<AuditDepth> depth =
      Flag.choice(
          "--tls-audit",
          "DEPTH",
          AuditDepth.class,
          "Find out all that the server would negotiate in TLS: quick (at most 8 connections to a"
              + " port), full, or deep, which also tries attacks up to where harm begins.");

  final Flag<Integer> parallel =
      Flag.number("--parallel", "N", "Connections of the audit to one address at a time (1).");

  final Flag<Duration> pace =
      Flag.duration("--pace", "Least time between two connections of the audit to one address.");

  @Override
  public List<OptionSpec> specs() {
    return List.of(depth.spec(), parallel.spec(), pace.spec());
  }

  /**
   * How to audit; empty where no audit is asked for.
   *
   * @param whole the limit that the user set for the whole of a check
   */
  Optional<AuditOptions> options(Optional<Duration> whole) {
    if (depth.value().isEmpty()) {
      parallel.value().ifPresent(n -> refuse(parallel.spec()));
      pace.value().ifPresent(d -> refuse(pace.spec()));
    }
    return depth.value().map(d -> options(d, whole));
  }

  private static void refuse(OptionSpec option) {
    throw new UsageException(
        option.longestName() + " is of a TLS audit; ask for one with --tls-audit quick");
  }

  private AuditOptions options(AuditDepth depth, Optional<Duration> whole) {
    int side = parallel.value().orElse(1);
    if (side < 1 || side > AuditOptions.MOST_PARALLEL) {
      throw new UsageException(
          "--parallel is 1 to " + AuditOptions.MOST_PARALLEL + ", not " + side);
    }
    Duration usual = AuditOptions.of(depth).limit();
    Duration limit = whole.filter(w -> w.compareTo(usual) < 0).orElse(usual);
    return new AuditOptions(depth, side, pace.value().orElse(Duration.ZERO), limit);
  }

  /** How long a whole check may take with an audit, where the user set no limit. */
  Duration whole(Duration usual) {
    return depth
        .value()
        .map(d ->
            switch (d) {
              case QUICK -> usual.plus(Duration.ofMinutes(4));
              case FULL, DEEP -> usual.plus(Duration.ofMinutes(15));
            })
        .orElse(usual);
  }
}
