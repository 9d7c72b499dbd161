package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.mtasts.Mode;
import java.time.Duration;

/** Senders forget the policy soon. */
public final class MtaStsMaxAgeShort extends PolicyCheck {
  private static final Duration WEEK = Duration.ofDays(7);

  public MtaStsMaxAgeShort() {
    super(
        "mta-sts-max-age-short",
        "Do senders keep the MTA-STS policy for long?",
        Remedy.of("Set max_age to some weeks, such as 2419200 (28 days)."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability there = wherePolicy(context);
    return there instanceof Applicability.Applies && policy(context).mode() != Mode.ENFORCE
        ? Applicability.not("the policy is not in mode enforce")
        : there;
  }

  @Override
  public Judgement judge(DomainContext context) {
    Duration age = policy(context).maxAge();
    return age.compareTo(WEEK) >= 0
        ? Judgement.pass()
        : withRemedy(Severity.NOTICE, context)
            .title("senders keep the MTA-STS policy for " + age.toSeconds() + " seconds only")
            .evidence(fetched(context))
            .why(
                "A kept policy protects against whoever suppresses the record or the policy. The"
                    + " shorter it is kept, the easier that is; some weeks are usual.")
            .see(Reference.rfc(8461, "10.2"))
            .reproduce(curl(context))
            .fail();
  }
}
