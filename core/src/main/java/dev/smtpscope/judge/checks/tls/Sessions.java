package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Obstacles;
import java.util.function.Function;

/** When questions about a TLS session arise. */
public final class Sessions {
  private Sessions() {}

  /** Not without TLS; unknown where the handshake was not reached or failed. */
  public static Applicability whereEstablished(EndpointContext context) {
    return whereEstablished(context, session -> Applicability.applies());
  }

  /** The same, but not where an audit answers more than one session can. */
  static Applicability whereNotAudited(EndpointContext context) {
    return context.endpoint().audit().isPresent()
        ? Applicability.not("the TLS audit tells of all suites, not only of this session's")
        : whereEstablished(context);
  }

  /** The same, and what {@code further} says of a session there is. */
  public static Applicability whereEstablished(
      EndpointContext context, Function<TlsSession, Applicability> further) {
    return switch (context.endpoint().tls()) {
      case TlsOutcome.Established(var session) -> further.apply(session);
      case TlsOutcome.NotWanted notWanted -> Applicability.not("TLS was not to be tried");
      case TlsOutcome.NotOffered notOffered -> Applicability.not("STARTTLS is not offered");
      case TlsOutcome.Refused refused -> Applicability.unless(Obstacles.beforeTls(context));
      case TlsOutcome.Failed failed -> Applicability.unless(Obstacles.beforeTls(context));
      case TlsOutcome.NotReached notReached -> Applicability.unless(Obstacles.beforeTls(context));
    };
  }
}
