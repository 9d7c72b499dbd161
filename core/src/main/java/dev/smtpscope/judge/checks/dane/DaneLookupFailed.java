package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Dane;
import java.util.Set;

/** The look-up of TLSA records fails, or its answer is bogus. */
public final class DaneLookupFailed extends DaneCheck {
  /** Failures that are as likely our resolver's own. */
  private static final Set<DnsFailure> NEAR =
      Set.of(DnsFailure.TIMEOUT, DnsFailure.UNREACHABLE, DnsFailure.REFUSED, DnsFailure.STOPPED);

  public DaneLookupFailed() {
    super(
        "dane-lookup-failed",
        "Can TLSA records be looked up?",
        Remedy.of(
            "Have the name servers answer questions for TLSA, with a signed denial where there is"
                + " no record. Old or misconfigured servers and load balancers answer unknown types"
                + " with an error or not at all. Where signatures are wrong or too old, sign the"
                + " zone anew, and compare the DS record with its keys."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return switch (dane) {
      case Dane.Failed(String why) when isNear(context) -> new Judgement.Inconclusive(why);
      case Dane.Failed(String why) -> failure(context, why);
      case Dane.Unknown(String why) -> new Judgement.Inconclusive(why);
      case Dane.NotUsed none -> Judgement.pass();
      case Dane.Unusable unusable -> Judgement.pass();
      case Dane.Usable usable -> Judgement.pass();
    };
  }

  private static boolean isNear(HostContext context) {
    DnsAnswer answer = lookup(context).orElseThrow().answer();
    return answer.outcome() instanceof DnsOutcome.Failed(var kind, var detail)
        && NEAR.contains(kind);
  }

  private Judgement failure(HostContext context, String why) {
    return finding(Severity.ERROR, context)
        .title("the look-up of TLSA records fails")
        .evidence(why)
        .why(
            WHO
                + " can't tell this failure from an attack that hides the records, and do not"
                + " deliver to the host.")
        .see(Reference.rfc(7672, "2.1.2"), Reference.rfc(7672, "2.2"))
        .fail();
  }
}
