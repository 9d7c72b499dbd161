package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;

/** The domain does not exist. */
public final class DomainMissing extends OneRemedyDomainCheck {
  public DomainMissing() {
    super(
        "domain-missing",
        "Does the domain exist?",
        Remedy.of(
            "Look for a slip in the name. If it is right, the registration may have lapsed, or the"
                + " zone lacks the name: renew it, or add its records."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return switch (context.mx()) {
      case MxSet.Listed listed -> Applicability.applies();
      case MxSet.Absent none -> Applicability.applies();
      case MxSet.Null none -> Applicability.applies();
      case MxSet.NoSuchName none -> whereBelieved(context);
      case MxSet.Unknown(var detail) ->
          Applicability.unknown("the MX records could not be looked up: " + detail);
    };
  }

  private static Applicability whereBelieved(DomainContext context) {
    return Applicability.unless(
        MxRecords.answer(context)
            .filter(answer -> answer.status() == DnssecStatus.BOGUS)
            .map(answer -> "the answer that the name does not exist is bogus"));
  }

  @Override
  public Judgement judge(DomainContext context) {
    return context.mx() instanceof MxSet.NoSuchName
        ? withRemedy(Severity.ERROR, context)
            .title("the domain " + context.domain() + " does not exist")
            .evidence(MxRecords.lines(context))
            .why("Mail to it is returned at once.")
            .see(Reference.rfc(5321, "5.1"))
            .reproduce(MxRecords.dig(context))
            .fail()
        : Judgement.pass();
  }
}
