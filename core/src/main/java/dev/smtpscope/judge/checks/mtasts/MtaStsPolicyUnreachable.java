package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.sender.ResultType;

/** The policy that is announced can't be fetched. */
public final class MtaStsPolicyUnreachable extends PolicyCheck {
  public MtaStsPolicyUnreachable() {
    super(
        "mta-sts-policy-unreachable",
        "Can the MTA-STS policy be fetched?",
        Remedy.of(
            "Serve the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt, on port 443, with"
                + " HTTP status 200 and without a redirect. To give MTA-STS up, publish a policy"
                + " in mode none first, and remove it only when the old one has aged out."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereAnnounced(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return broken(
        context,
        ResultType.STS_POLICY_FETCH_ERROR,
        "the MTA-STS policy can't be fetched",
        "The record announces a policy that nobody can get.");
  }
}
