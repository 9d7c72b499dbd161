package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;

/** The policy asks for nothing that senders must keep to. */
public final class MtaStsNotEnforced extends PolicyCheck {
  public MtaStsNotEnforced() {
    super(
        "mta-sts-not-enforced",
        "Is the MTA-STS policy enforced?",
        Remedy.of(
            "When the reports show no failures, set the mode to enforce and change the id in the"
                + " record."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return wherePolicy(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return switch (policy(context).mode()) {
      case ENFORCE -> Judgement.pass();
      case TESTING ->
          failure(
              context,
              Severity.NOTICE,
              "senders report failures and deliver all the same, so nobody is kept from reading"
                  + " along.");
      case NONE ->
          failure(
              context,
              Severity.INFO,
              "the domain takes back an earlier policy, and senders treat it as one without.");
    };
  }

  private Judgement failure(DomainContext context, Severity severity, String meaning) {
    String mode = policy(context).mode().id();
    return withRemedy(severity, context)
        .title("the MTA-STS policy is in mode " + mode)
        .evidence(fetched(context))
        .why("In mode " + mode + " " + meaning)
        .see(Reference.rfc(8461, "5"))
        .reproduce(curl(context))
        .fail();
  }
}
