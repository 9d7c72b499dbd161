package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.dane.Dane;
import java.util.Optional;

/**
 * There are TLSA records, and for want of signatures nobody looks at them, or they prove little.
 */
public final class DaneRecordsIgnored extends DaneCheck {
  public DaneRecordsIgnored() {
    super(
        "dane-records-ignored",
        "Are the TLSA records and what leads to them signed?",
        Remedy.of(
            "Sign the zones of the domain, of the host and of what its name is an alias for, and"
                + " have the DS records published by the zones above. Or remove the records."));
  }

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return switch (dane) {
      case Dane.NotUsed(var reason, String why) -> unused(context, why);
      case Dane.Usable usable -> ofMx(context);
      case Dane.Unusable unusable -> ofMx(context);
      case Dane.Failed(String why) -> new Judgement.Inconclusive(why);
      case Dane.Unknown(String why) -> new Judgement.Inconclusive(why);
    };
  }

  private Judgement unused(HostContext context, String why) {
    boolean records = lookup(context).orElseThrow().answer().outcome() instanceof DnsOutcome.Found;
    return records ? ignored(context, why) : new Judgement.NotApplicable(why);
  }

  private Judgement ignored(HostContext context, String why) {
    return finding(Severity.WARNING, context)
        .title("the TLSA records are ignored: " + why)
        .evidence(why)
        .why(
            "Without DNSSEC a record proves nothing, so no sender heeds it. The host has not the"
                + " protection that it seems to have.")
        .see(Reference.rfc(7672, "2.2.2"), Reference.rfc(7671, "4"))
        .fail();
  }

  private Judgement ofMx(HostContext context) {
    Optional<DnsAnswer> insecure =
        context
            .facts()
            .route()
            .mx()
            .filter(_ -> context.host().preference().isPresent())
            .filter(mx -> mx.outcome() instanceof DnsOutcome.Found)
            .filter(mx -> mx.status() == DnssecStatus.INSECURE);
    return insecure.map(mx -> halfWay(context, mx)).orElseGet(Judgement::pass);
  }

  private Judgement halfWay(HostContext context, DnsAnswer mx) {
    return finding(Severity.NOTICE, context)
        .title("the TLSA records are signed, the MX records that lead to the host are not")
        .evidence(Dns.lines(mx))
        .evidence("DNSSEC: insecure: " + mx.reason())
        .why(
            "Whoever can forge the MX records leads the mail to a server of their own. Senders"
                + " differ: some ignore TLSA records then, Postfix holds to them.")
        .see(Reference.rfc(7672, "2.2.1"))
        .reproduce(Dns.delv(mx))
        .fail();
  }
}
