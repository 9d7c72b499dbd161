package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.List;

/** An MX record points to something that is no host name. */
public final class MxTargetInvalid extends OneRemedyDomainCheck {
  public MxTargetInvalid() {
    super(
        "mx-target-invalid",
        "Does every MX record name a host?",
        Remedy.of(
            "Give the mail server a host name with A and AAAA records, and put that name into the"
                + " MX record, with a dot at its end."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<RecordData.Mx> records = MxRecords.listed(context);
    return Judgement.of(
        records.stream()
            .filter(mx -> !MxRecords.isHost(mx))
            .distinct()
            .map(mx -> finding(context, mx, records.stream().anyMatch(MxRecords::isHost)))
            .toList());
  }

  private Finding finding(DomainContext context, RecordData.Mx mx, boolean others) {
    String what = MxRecords.isAddress(mx) ? "an IP address" : "what is no host name";
    return withRemedy(others ? Severity.WARNING : Severity.ERROR, context)
        .title("an MX record points to " + what + ": " + mx.exchange())
        .evidence(MxRecords.line(context, mx))
        .why(
            "The target of an MX record is a name by definition. "
                + (others
                    ? "Senders skip this record, or return the mail; the other records are used."
                    : "There is no other, so mail to the domain is delayed or returned."))
        .see(Reference.rfc(5321, "5.1"), Reference.rfc(1035, "3.3.9"))
        .reproduce(MxRecords.dig(context))
        .build();
  }
}
