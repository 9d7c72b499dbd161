package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All TLSA records are for the certificate that is served now. */
public final class DaneRolloverUnprepared extends DaneCheck {
  public DaneRolloverUnprepared() {
    super(
        "dane-rollover-unprepared",
        "Is there a TLSA record for the next certificate?",
        Remedy.of(
            "Publish a second record: 3 1 1 for the key that comes next, or 2 1 1 for the authority"
                + " that issues. Publish the record of a new key at least twice its time to live"
                + " before the key is used, and renew certificates with the same key meanwhile."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return dane instanceof Dane.Usable usable
        ? judge(context, usable)
        : new Judgement.NotApplicable("there is no usable TLSA record");
  }

  private Judgement judge(HostContext context, Dane.Usable dane) {
    List<Tlsa> used =
        dane.used().stream()
            .flatMap(v -> v.record() instanceof Tlsa t ? Stream.of(t) : Stream.of())
            .toList();
    List<DaneMatch> matches = endpoints(context).stream().map(e -> DaneMatch.of(dane, e)).toList();
    if (matches.stream().noneMatch(DaneMatch.Matched.class::isInstance)) {
      return new Judgement.Inconclusive("no certificate was seen that matches");
    }
    return isPrepared(context, used) ? Judgement.pass() : failure(context, used);
  }

  /** An authority outlives certificates; a record for what is not served is for what comes. */
  private static boolean isPrepared(HostContext context, List<Tlsa> used) {
    return used.stream().anyMatch(t -> t.usage() == Association.DANE_TA)
        || used.stream().anyMatch(t -> !isServed(context, t));
  }

  private static boolean isServed(HostContext context, Tlsa tlsa) {
    return endpoints(context).stream()
        .flatMap(e -> e.session().flatMap(s -> s.leaf()).stream())
        .map(leaf ->
            Association.of(tlsa.usage(), tlsa.selector(), tlsa.matchingType(), leaf).orElse(null))
        .filter(Objects::nonNull)
        .anyMatch(tlsa::equals);
  }

  private Judgement failure(HostContext context, List<Tlsa> used) {
    return finding(Severity.INFO, context)
        .title("no TLSA record is ready for the next key")
        .evidence(
            used.stream()
                .map(t -> Association.parameters(t) + " is for what is served now")
                .toList())
        .why(
            "When the key changes, records that are still remembered elsewhere no longer match, and"
                + " senders that know DANE do not deliver until they have run out.")
        .see(Reference.rfc(7671, "8.1"), Reference.rfc(7671, "8.4"))
        .fail();
  }
}
