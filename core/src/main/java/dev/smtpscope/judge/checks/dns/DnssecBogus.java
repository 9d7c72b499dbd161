package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers about the domain's mail that DNSSEC shows to be forged or broken. */
public final class DnssecBogus extends OneRemedyDomainCheck {
  public DnssecBogus() {
    super(
        "dnssec-bogus",
        "Do the DNSSEC signatures hold?",
        Remedy.of(
            "Sign the zone again and see to it that the DS record at the parent belongs to a key"
                + " that is in use. Signatures that ran out mean that the automatic signing stands"
                + " still. Until it is mended, taking the DS record out of the parent makes the"
                + " zone unsigned, and reachable."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return Applicability.unless(
        MxRecords.answer(context).isPresent()
            ? Optional.empty()
            : Optional.of("the DNS was not asked"));
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<Finding> findings = new ArrayList<>();
    MxRecords.answer(context)
        .filter(DnssecBogus::isBogus)
        .ifPresent(answer -> findings.add(ofMx(context, answer)));
    boolean others = context.mailHosts().stream().anyMatch(h -> bogus(h).isEmpty());
    context.mailHosts().stream()
        .filter(host -> !bogus(host).isEmpty())
        .forEach(host -> findings.add(ofHost(host, others)));
    return findings.isEmpty() ? whereValidated(context) : Judgement.of(findings);
  }

  private static Judgement whereValidated(DomainContext context) {
    return Stream.concat(
            MxRecords.answer(context).stream(),
            context.mailHosts().stream().flatMap(h -> h.host().answers().stream()))
        .filter(a -> a.status() == DnssecStatus.INDETERMINATE)
        .findFirst()
        .<Judgement>map(a ->
            new Judgement.Inconclusive(a.question() + " could not be validated: " + a.reason()))
        .orElseGet(Judgement::pass);
  }

  private static List<DnsAnswer> bogus(HostContext host) {
    return host.host().answers().stream().filter(DnssecBogus::isBogus).toList();
  }

  private static boolean isBogus(DnsAnswer answer) {
    return answer.status() == DnssecStatus.BOGUS;
  }

  private Finding ofMx(DomainContext context, DnsAnswer answer) {
    return withRemedy(Severity.ERROR, context)
        .title("the DNSSEC proof of the MX records fails")
        .evidence(Dns.lines(answer))
        .why(
            "Resolvers that validate, as those of the big mailbox providers do, give senders no"
                + " answer at all: mail waits and is returned after some days.")
        .see(Reference.rfc(4035, "5.5"))
        .reproduce(Dns.delv(answer))
        .build();
  }

  private Finding ofHost(HostContext host, boolean others) {
    return withRemedy(others ? Severity.WARNING : Severity.ERROR, host)
        .title("the DNSSEC proof of the addresses of " + host.host().label() + " fails")
        .evidence(bogus(host).stream().flatMap(a -> Dns.lines(a).stream()).toList())
        .why(
            others
                ? "Senders whose resolvers validate can't find this host and use the others."
                : "Senders whose resolvers validate can't find the host: mail waits and is"
                    + " returned after some days.")
        .see(Reference.rfc(4035, "5.5"))
        .reproduce(Dns.delv(bogus(host).getFirst()))
        .build();
  }
}
