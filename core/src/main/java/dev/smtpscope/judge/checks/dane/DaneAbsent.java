package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Dane;
import java.util.List;

/** The host's zone is signed, and there are no TLSA records. */
public final class DaneAbsent extends DaneCheck {
  public DaneAbsent() {
    super(
        "dane-absent",
        "Does a host in a signed zone have TLSA records?",
        Remedy.of(
            "Publish TLSA records for the key that the server uses. Before every change of keys"
                + " publish the record of the new one, and wait for twice the time to live."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return switch (dane) {
      case Dane.NotUsed(var reason, String why)
          when reason == Dane.Reason.NO_RECORDS && isSigned(context) ->
          failure(context);
      case Dane.NotUsed(var reason, String why) -> new Judgement.NotApplicable(why);
      case Dane.Failed(String why) -> new Judgement.Inconclusive(why);
      case Dane.Unknown(String why) -> new Judgement.Inconclusive(why);
      case Dane.Unusable unusable -> Judgement.pass();
      case Dane.Usable usable -> Judgement.pass();
    };
  }

  private static boolean isSigned(HostContext context) {
    return lookup(context)
        .map(TlsaLookup::answer)
        .filter(answer -> answer.status() == DnssecStatus.SECURE)
        .isPresent();
  }

  private Judgement failure(HostContext context) {
    List<String> lines = readyMade(context);
    if (lines.isEmpty()) {
      return new Judgement.NotApplicable("no certificate was seen that records could be for");
    }
    return publish(finding(Severity.INFO, context), lines)
        .title("the zone is signed, but there are no TLSA records")
        .why(
            "With TLSA records senders that know DANE insist on TLS and on this very server. What"
                + " that takes, a signed zone, is there.")
        .see(Reference.rfc(7672, "3.1"), Reference.rfc(7671, "8.1"))
        .fail();
  }
}
