package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** From the addresses to the records, in the order in which a sender goes. */
record DaneRules(HostContext context, TlsaLookup lookup) {
  Dane judge() {
    return ofAddresses().or(this::ofFailedLookups).orElseGet(this::ofAnswer);
  }

  /** What ends the matter before records are looked for (RFC 7672 section 2.2.2). */
  private Optional<Dane> ofAddresses() {
    List<DnsAnswer> found =
        context.host().answers().stream()
            .filter(answer -> answer.outcome() instanceof DnsOutcome.Found)
            .toList();
    List<DnsAnswer> valid =
        found.stream().filter(answer -> answer.status() != DnssecStatus.BOGUS).toList();
    if (valid.isEmpty() && !found.isEmpty()) {
      return Optional.of(new Dane.Failed("the addresses are bogus: " + found.getFirst().reason()));
    }
    return valid.stream()
        .filter(answer -> answer.status() != DnssecStatus.SECURE)
        .filter(Predicate.not(DaneRules::isSecureAlias))
        .findFirst()
        .map(DaneRules::ofInsecureAddresses);
  }

  private static Dane ofInsecureAddresses(DnsAnswer addresses) {
    return addresses.status() == DnssecStatus.INSECURE
        ? new Dane.NotUsed(
            Dane.Reason.INSECURE_ADDRESSES,
            "the addresses of " + addresses.question().name() + " are not signed")
        : new Dane.Unknown(
            "the DNSSEC status of the addresses is not known: " + addresses.reason());
  }

  /** The host's own name is signed, though not all that it leads to. */
  private static boolean isSecureAlias(DnsAnswer addresses) {
    return addresses.aliases().stream().findFirst().filter(a -> a.dnssec().isSecure()).isPresent();
  }

  /** Of the names that were tried, none may fail. */
  private Optional<Dane> ofFailedLookups() {
    return lookup.answers().stream().flatMap(answer -> failure(answer).stream()).findFirst();
  }

  private static Optional<Dane> failure(DnsAnswer answer) {
    if (answer.status() == DnssecStatus.BOGUS) {
      return Optional.of(
          new Dane.Failed("the answer for " + answer.question() + " is bogus: " + answer.reason()));
    }
    return answer.outcome() instanceof DnsOutcome.Failed(var kind, String detail)
        ? Optional.of(new Dane.Failed("the look-up of " + answer.question() + " failed: " + detail))
        : Optional.empty();
  }

  private Dane ofAnswer() {
    DnsAnswer answer = lookup.answer();
    return switch (answer.status()) {
      case SECURE -> ofSecure(answer);
      case INSECURE ->
          answer.outcome() instanceof DnsOutcome.Found
              ? new Dane.NotUsed(
                  Dane.Reason.INSECURE_RECORDS,
                  "the TLSA records at " + answer.question().name() + " are not signed")
              : new Dane.NotUsed(
                  Dane.Reason.NO_RECORDS,
                  "there are no TLSA records at " + answer.question().name());
      case INDETERMINATE, BOGUS ->
          new Dane.Unknown(
              "the DNSSEC status of " + answer.question() + " is not known: " + answer.reason());
    };
  }

  private Dane ofSecure(DnsAnswer answer) {
    if (!(answer.outcome() instanceof DnsOutcome.Found found)) {
      return new Dane.NotUsed(
          Dane.Reason.NO_RECORDS, "there are no TLSA records at " + answer.question().name());
    }
    List<TlsaVerdict> verdicts = TlsaSet.verdicts(found.records());
    return verdicts.stream().anyMatch(TlsaVerdict::isUsed)
        ? new Dane.Usable(lookup, verdicts, names())
        : new Dane.Unusable(lookup, verdicts);
  }

  /**
   * The base domain, and what the sender began with: the domain that the mail is for, or the host
   * where no MX record led to it (RFC 7672 section 3.2.2). A name in between does not count.
   */
  private List<HostName> names() {
    boolean byMx = context.facts().route().isDomain() && context.host().preference().isPresent();
    return Stream.concat(
            lookup.baseDomain().hostName().stream(),
            byMx ? context.facts().target().name().stream() : Stream.of(lookup.host()))
        .distinct()
        .toList();
  }
}
