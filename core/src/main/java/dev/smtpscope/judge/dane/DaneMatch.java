package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Obstacles;
import java.util.Optional;

/** Whether the certificates that a server sent match its TLSA records (RFC 7671 section 5). */
public sealed interface DaneMatch {
  /** What is wrong. */
  enum Cause {
    /** No record has the data of a certificate at the place it is for. */
    NO_RECORD,
    /** The authority matches, but the certificate does not cover the host. */
    NAME,
    /** The authority matches, but a certificate on the way is not valid at the time. */
    DATE,
    /** The authority matches, but the server's certificate does not lead to it. */
    CHAIN
  }

  /**
   * They do.
   *
   * @param depth of the certificate that matches, 0 for the server's own; one more than the last
   *     that was sent where the record itself holds the authority
   * @param subject of that certificate
   */
  record Matched(Tlsa record, int depth, String subject) implements DaneMatch {}

  /** They do not. */
  record Mismatch(Cause cause, String why) implements DaneMatch {}

  /** What was seen does not tell. */
  record Unknown(String why) implements DaneMatch {}

  /** How the certificates at one endpoint fare. */
  static DaneMatch of(Dane.Usable dane, EndpointContext context) {
    Optional<String> obstacle = Obstacles.beforeTls(context);
    if (obstacle.isPresent()) {
      return new Unknown(obstacle.get());
    }
    TlsSession session = context.session().orElseThrow();
    DaneMatch match =
        new Matcher(session.certificates(), dane.names(), context.facts().observedAt())
            .match(dane.used());
    return match instanceof Mismatch && !isAsked(dane, session)
        ? new Unknown(
            "the server was asked for the certificate of "
                + session.sni().orElse("no name in particular")
                + ", not for that of "
                + dane.lookup().baseDomain())
        : match;
  }

  /** Whether the hello named the host as a sender that knows DANE does (RFC 7672 section 8.1). */
  private static boolean isAsked(Dane.Usable dane, TlsSession session) {
    return session.sni().filter(dane.lookup().baseDomain().text()::equalsIgnoreCase).isPresent();
  }
}
