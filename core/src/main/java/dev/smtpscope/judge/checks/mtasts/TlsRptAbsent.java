package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.mtasts.TlsRptRecord;
import java.util.List;

/** Nobody asks senders for reports on TLS. */
public final class TlsRptAbsent extends PolicyCheck {
  public TlsRptAbsent() {
    super(
        "tls-rpt-absent",
        "Are reports on TLS asked for?",
        Remedy.of(
            "Publish a TXT record at _smtp._tls.DOMAIN with a mailbox, or an HTTPS address, that"
                + " takes the reports."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability usual = super.appliesTo(context);
    return usual instanceof Applicability.Applies ? whereAsked(context) : usual;
  }

  @Override
  public Judgement judge(DomainContext context) {
    DnsAnswer answer = context.records().orElseThrow().tlsRpt();
    return switch (TlsRptRecord.of(answer)) {
      case TlsRptRecord.Absent none -> failure(context, answer);
      case TlsRptRecord.Unknown(var why) -> new Judgement.Inconclusive(why);
      case TlsRptRecord.Invalid invalid -> Judgement.pass();
      case TlsRptRecord.Valid valid -> Judgement.pass();
    };
  }

  private Judgement failure(DomainContext context, DnsAnswer answer) {
    String domain = context.domain().ascii();
    return withRemedy(Severity.INFO, context)
        .title("senders are not asked for reports on TLS")
        .evidence(Dns.lines(answer))
        .why(
            "The reports tell, day by day, how many connections failed for want of TLS or a valid"
                + " certificate, and why. Without them such failures go unseen.")
        .publish(
            "DNS",
            "the zone of " + domain,
            List.of(
                "_smtp._tls."
                    + domain
                    + ". TXT \"v=TLSRPTv1; rua=mailto:tls-reports@"
                    + domain
                    + "\""))
        .see(Reference.rfc(8460, "3"))
        .reproduce(Dns.dig(answer))
        .fail();
  }
}
