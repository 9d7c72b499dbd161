package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import java.util.Optional;

/** When questions about what is inside TLS arise. */
final class Tls {
  private Tls() {}

  /** Not where TLS was not to be tried; unknown where there is an obstacle. */
  static Applicability whereTried(EndpointContext context, Optional<String> obstacle) {
    return switch (context.endpoint().tls()) {
      case TlsOutcome.NotWanted notWanted -> Applicability.not("no TLS was to be tried");
      case TlsOutcome.NotOffered notOffered -> Applicability.not("there is no TLS");
      case TlsOutcome.NotReached notReached -> Applicability.unless(obstacle);
      case TlsOutcome.Refused refused -> Applicability.unless(obstacle);
      case TlsOutcome.Failed failed -> Applicability.unless(obstacle);
      case TlsOutcome.Established established -> Applicability.unless(obstacle);
    };
  }
}
