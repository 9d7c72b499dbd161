package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.dane.Dane;

/**
 * A message marked REQUIRETLS: what can't be met returns it (RFC 8689 section 4.2.1).
 *
 * @param visit the address it comes to
 */
record RequireTls(Visit visit) {
  Outcome outcome() {
    if (visit.mx() == MxTrust.BOGUS) {
      return MxTrust.bogus();
    }
    if (!visit.isWayValidated()) {
      return visit.mx() == MxTrust.UNKNOWN
          ? Outcome.unknown("the DNSSEC status of the MX records is not known")
          : bounced("the MX records are neither signed nor covered by an enforced MTA-STS policy");
    }
    return returned(visit.mandatory(this::inTls));
  }

  private Outcome inTls(TlsSession session) {
    return visit.endpoint().tlsCapabilities().has("REQUIRETLS")
        ? verified()
        : bounced("the server does not offer REQUIRETLS inside TLS");
  }

  /** By DANE where it is used, else by a trusted authority. */
  private Outcome verified() {
    boolean byDane = visit.dane() instanceof Dane.Usable || visit.dane() instanceof Dane.Failed;
    return byDane ? visit.byDane() : visit.verified();
  }

  /** The conditions are not met by waiting; a server that can't be reached may be, later. */
  private Outcome returned(Outcome outcome) {
    boolean unmet =
        outcome.delivery() == Delivery.DEFERRED
            && outcome.failure().filter(f -> f != ResultType.DNSSEC_INVALID).isPresent();
    return unmet ? new Outcome(Delivery.BOUNCED, outcome.failure(), outcome.reason()) : outcome;
  }

  private static Outcome bounced(String why) {
    return Outcome.of(Delivery.BOUNCED, why);
  }
}
