package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The domain has no SPF or no DMARC record. */
public final class SpfDmarcAbsent extends OneRemedyDomainCheck {
  private static final Pattern SPF = Pattern.compile("v=spf1( .*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DMARC = Pattern.compile("v *= *DMARC1 *(;.*)?");

  public SpfDmarcAbsent() {
    super(
        "spf-dmarc-absent",
        "Are SPF and DMARC records published?",
        Remedy.of(
            "Publish an SPF record with the servers that send for the domain, and a DMARC record."
                + " Testers made for them say whether their content is right."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return context.mx() instanceof MxSet.NoSuchName
        ? Applicability.not("the domain does not exist")
        : Applicability.unless(
            context.records().isPresent()
                ? Optional.empty()
                : Optional.of("the DNS was not asked"));
  }

  @Override
  public Judgement judge(DomainContext context) {
    DomainRecords records = context.records().orElseThrow();
    List<String> missing = new ArrayList<>();
    List<DnsAnswer> answers = new ArrayList<>();
    if (isAbsent(records.text(), SPF)) {
      missing.add("SPF");
      answers.add(records.text());
    }
    if (isAbsent(records.dmarc(), DMARC)) {
      missing.add("DMARC");
      answers.add(records.dmarc());
    }
    return missing.isEmpty() ? whereKnown(records) : failure(context, missing, answers);
  }

  private static Judgement whereKnown(DomainRecords records) {
    return Stream.of(records.text(), records.dmarc())
        .filter(a -> a.outcome() instanceof DnsOutcome.Failed)
        .findFirst()
        .<Judgement>map(a -> new Judgement.Inconclusive(a.question() + " could not be looked up"))
        .orElseGet(Judgement::pass);
  }

  private static boolean isAbsent(DnsAnswer answer, Pattern record) {
    return !(answer.outcome() instanceof DnsOutcome.Failed)
        && answer.records(RecordData.Txt.class).stream()
            .noneMatch(txt -> record.matcher(txt.text()).matches());
  }

  private Judgement failure(DomainContext context, List<String> missing, List<DnsAnswer> answers) {
    return withRemedy(Severity.INFO, context)
        .title("the domain has no " + String.join(" and no ", missing) + " record of its own")
        .evidence(answers.stream().flatMap(a -> Dns.lines(a).stream()).toList())
        .why(
            "They concern mail sent in the domain's name, which is not what is tested here."
                + " The DMARC record of a parent domain may apply.")
        .see(Reference.rfc(7208, "3"), Reference.rfc(7489, "6.1"))
        .reproduce(Dns.dig(answers.getFirst()))
        .fail();
  }
}
