package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.DomainContext;

/** Whether the records that name a domain's servers can be relied on. */
enum MxTrust {
  SECURE,
  INSECURE,
  UNKNOWN,
  BOGUS;

  static MxTrust of(DomainContext context) {
    return context.route().mx().map(DnsAnswer::status).map(MxTrust::of).orElse(UNKNOWN);
  }

  private static MxTrust of(DnssecStatus status) {
    return switch (status) {
      case SECURE -> SECURE;
      case INSECURE -> INSECURE;
      case INDETERMINATE -> UNKNOWN;
      case BOGUS -> BOGUS;
    };
  }

  /** What a match proves of the domain: the right server only where the way there is signed. */
  Outcome qualify(Outcome matched) {
    if (matched.delivery() != Delivery.AUTHENTICATED) {
      return matched;
    }
    return switch (this) {
      case SECURE -> matched;
      case INSECURE ->
          new Outcome(Delivery.ENCRYPTED, matched.failure(), matched.reason())
              .noting(
                  "but the MX records are not signed, so that whoever forges them is the server;"
                      + " Postfix insists on the match all the same, as it comes");
      case UNKNOWN -> Outcome.unknown("the DNSSEC status of the MX records is not known");
      case BOGUS -> bogus();
    };
  }

  static Outcome bogus() {
    return Outcome.of(Delivery.DEFERRED, ResultType.DNSSEC_INVALID, "the MX records are bogus");
  }
}
