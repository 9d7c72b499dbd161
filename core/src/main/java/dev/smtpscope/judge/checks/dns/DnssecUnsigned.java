package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.List;
import java.util.stream.Stream;

/** The MX records, or the addresses they lead to, are not signed. */
public final class DnssecUnsigned extends OneRemedyDomainCheck {
  public DnssecUnsigned() {
    super(
        "dnssec-unsigned",
        "Are the MX records and their hosts signed?",
        Remedy.of(
            "Have the provider of the zone's name servers sign it, and the registrar publish the"
                + " DS record. It is the condition for DANE."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability usual = super.appliesTo(context);
    return usual instanceof Applicability.Applies && MxRecords.answer(context).isEmpty()
        ? Applicability.unknown("the DNS was not asked")
        : usual;
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<DnsAnswer> asked =
        Stream.concat(
                MxRecords.answer(context).stream(),
                context.mailHosts().stream().flatMap(h -> h.host().answers().stream()))
            .toList();
    List<DnsAnswer> unsigned =
        asked.stream().filter(a -> a.status() == DnssecStatus.INSECURE).toList();
    if (!unsigned.isEmpty()) {
      return failure(context, unsigned);
    }
    return asked.stream()
        .filter(a -> a.status() == DnssecStatus.INDETERMINATE)
        .findFirst()
        .<Judgement>map(a ->
            new Judgement.Inconclusive(a.question() + " could not be validated: " + a.reason()))
        .orElseGet(Judgement::pass);
  }

  private Judgement failure(DomainContext context, List<DnsAnswer> unsigned) {
    boolean domain = unsigned.getFirst().question().type() == RecordType.MX;
    return withRemedy(Severity.INFO, context)
        .title(
            domain
                ? "the MX records are not signed with DNSSEC"
                : "the addresses of MX hosts are not signed with DNSSEC")
        .evidence(unsigned.stream().map(a -> a.question() + ": insecure: " + a.reason()).toList())
        .why(
            "Whoever can forge DNS answers to a sender can lead the mail elsewhere, and senders can"
                + " use no TLSA records: DANE needs signed MX records and signed addresses.")
        .see(Reference.rfc(7672, "2.2"), Reference.rfc(4033, "3.1"))
        .reproduce(Dns.delv(unsigned.getFirst()))
        .fail();
  }
}
