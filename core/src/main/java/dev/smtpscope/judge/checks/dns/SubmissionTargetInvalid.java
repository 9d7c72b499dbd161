package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reachability;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import dev.smtpscope.target.Addresses;
import java.util.List;
import java.util.Optional;

/** The records by which mail programs find their server lead nowhere. */
public final class SubmissionTargetInvalid extends OneRemedyDomainCheck {
  public SubmissionTargetInvalid() {
    super(
        "submission-target-invalid",
        "Do the SRV records for submission name servers?",
        Remedy.of(
            "Have the record name a host that has A or AAAA records. If the service is not offered,"
                + " have it name the root (a single dot), or remove it."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Optional<List<DnsAnswer>> asked = context.records().map(DomainRecords::submission);
    if (asked.isEmpty()) {
      return Applicability.unknown("the DNS was not asked");
    }
    return asked.get().stream().anyMatch(a -> !a.records(RecordData.Srv.class).isEmpty())
        ? Applicability.applies()
        : whereKnown(asked.get());
  }

  private static Applicability whereKnown(List<DnsAnswer> answers) {
    return answers.stream()
        .filter(a -> a.outcome() instanceof DnsOutcome.Failed)
        .findFirst()
        .map(a -> Applicability.unknown(a.question() + " could not be looked up"))
        .orElseGet(() -> Applicability.not("the domain has no SRV records for submission"));
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<DnsAnswer> answers = context.records().map(DomainRecords::submission).orElseGet(List::of);
    return Judgement.of(
        answers.stream()
            .flatMap(answer ->
                answer.records(RecordData.Srv.class).stream()
                    .flatMap(srv -> finding(context, answer, srv).stream()))
            .toList());
  }

  private Optional<Finding> finding(DomainContext context, DnsAnswer answer, RecordData.Srv srv) {
    return srv.target().isRoot()
        ? Optional.empty()
        : problem(context, srv).map(problem -> finding(context, answer, srv, problem));
  }

  private static Optional<String> problem(DomainContext context, RecordData.Srv srv) {
    if (srv.target().hostName().isEmpty() || Addresses.parse(srv.target().text()).isPresent()) {
      return Optional.of("what is no host name");
    }
    return context.hosts().stream()
            .filter(h -> h.host().name().equals(srv.target().hostName()))
            .anyMatch(h -> Hosts.is(h, Reachability.NO_ADDRESS))
        ? Optional.of("a host without an address")
        : Optional.empty();
  }

  private Finding finding(
      DomainContext context, DnsAnswer answer, RecordData.Srv srv, String problem) {
    return withRemedy(Severity.WARNING, context)
        .title("the SRV record of " + answer.question().name() + " points to " + problem)
        .evidence(Dns.lines(answer))
        .why(
            "Mail programs that set themselves up by these records find no server for "
                + srv.target()
                + ", and their users can't send.")
        .see(Reference.rfc(6186, "3.1"), Reference.rfc(8314, "5.1"))
        .reproduce(Dns.dig(answer))
        .build();
  }
}
