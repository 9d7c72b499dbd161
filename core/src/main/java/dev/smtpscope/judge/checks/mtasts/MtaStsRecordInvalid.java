package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.mtasts.ReadyMade;
import dev.smtpscope.judge.mtasts.StsRecord;
import java.util.List;

/** A record that is meant to announce a policy, and does not. */
public final class MtaStsRecordInvalid extends PolicyCheck {
  public MtaStsRecordInvalid() {
    super(
        "mta-sts-record-invalid",
        "Is the MTA-STS record well formed?",
        Remedy.of(
            "Have exactly one TXT record at _mta-sts.DOMAIN that begins with v=STSv1; and has an id"
                + " of 1 to 32 letters and digits."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereAsked(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return switch (StsRecord.of(record(context))) {
      case StsRecord.Absent none -> new Judgement.NotApplicable("there is no MTA-STS record");
      case StsRecord.Unknown(var why) -> new Judgement.Inconclusive(why);
      case StsRecord.Valid valid -> Judgement.pass();
      case StsRecord.Invalid(var problem, var texts) -> failure(context, problem);
    };
  }

  private Judgement failure(DomainContext context, String problem) {
    return withRemedy(Severity.WARNING, context)
        .title("the MTA-STS record is not valid: " + problem)
        .evidence(Dns.lines(record(context)))
        .why(
            "Senders must take such a record for none and do not look for the policy: the"
                + " protection that is meant is not there.")
        .publish(
            "DNS",
            "the zone of " + context.domain(),
            List.of(ReadyMade.record(context.domain(), context.facts().observedAt())))
        .see(Reference.rfc(8461, "3.1"))
        .reproduce(Dns.dig(record(context)))
        .fail();
  }
}
