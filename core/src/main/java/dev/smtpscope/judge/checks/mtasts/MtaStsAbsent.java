package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.mtasts.ReadyMade;
import dev.smtpscope.judge.mtasts.StsRecord;

/** The domain has no MTA-STS policy. */
public final class MtaStsAbsent extends PolicyCheck {
  public MtaStsAbsent() {
    super(
        "mta-sts-absent",
        "Is there an MTA-STS policy?",
        Remedy.of(
            "Serve a policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt, with a certificate"
                + " of a public authority for that name, and announce it in a TXT record at"
                + " _mta-sts.DOMAIN. Begin in mode testing; once the reports show no failures, set"
                + " the mode to enforce and change the id in the record."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability usual = super.appliesTo(context);
    return usual instanceof Applicability.Applies ? whereAsked(context) : usual;
  }

  @Override
  public Judgement judge(DomainContext context) {
    return switch (StsRecord.of(record(context))) {
      case StsRecord.Absent none -> failure(context);
      case StsRecord.Unknown(var why) -> new Judgement.Inconclusive(why);
      case StsRecord.Invalid invalid -> Judgement.pass();
      case StsRecord.Valid valid -> Judgement.pass();
    };
  }

  private Judgement failure(DomainContext context) {
    FindingBuilder finding =
        withRemedy(Severity.INFO, context)
            .title("there is no MTA-STS policy")
            .evidence(Dns.lines(record(context)))
            .why(
                "Without one, and without DANE, senders take whatever server answers for the"
                    + " domain's, with any certificate or with none: who stands on the way can read"
                    + " the mail.")
            .see(Reference.rfc(8461, "3"))
            .reproduce(Dns.dig(record(context)));
    ReadyMade.policy(context).ifPresent(policy -> readyMade(finding, context, policy));
    return finding.fail();
  }

  private static void readyMade(FindingBuilder finding, DomainContext context, Policy policy) {
    finding
        .fix(
            Remedy.of(
                "Serve these lines at the address below, with a certificate of a public authority"
                    + " for "
                    + MtaSts.host(context.domain())
                    + ", then publish "
                    + ReadyMade.record(context.domain(), context.facts().observedAt())
                    + " Once the reports show no failures, set the mode to enforce and change the"
                    + " id."))
        .publish("MTA-STS policy", ReadyMade.url(context.domain()), policy.lines());
  }
}
