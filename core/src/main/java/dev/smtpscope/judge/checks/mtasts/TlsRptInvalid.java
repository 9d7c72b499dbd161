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

/** A record that is meant to ask for reports on TLS, and does not. */
public final class TlsRptInvalid extends PolicyCheck {
  public TlsRptInvalid() {
    super(
        "tls-rpt-invalid",
        "Is the record for reports on TLS well formed?",
        Remedy.of(
            "Have exactly one TXT record at _smtp._tls.DOMAIN, such as"
                + " v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN"));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereAsked(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    DnsAnswer answer = context.records().orElseThrow().tlsRpt();
    return switch (TlsRptRecord.of(answer)) {
      case TlsRptRecord.Absent none ->
          new Judgement.NotApplicable("there is no record for reports on TLS");
      case TlsRptRecord.Unknown(var why) -> new Judgement.Inconclusive(why);
      case TlsRptRecord.Valid valid -> Judgement.pass();
      case TlsRptRecord.Invalid(var problem) ->
          withRemedy(Severity.NOTICE, context)
              .title("the record for reports on TLS is not valid: " + problem)
              .evidence(Dns.lines(answer))
              .why("Senders must take it for none and send no reports.")
              .see(Reference.rfc(8460, "3"))
              .reproduce(Dns.dig(answer))
              .fail();
    };
  }
}
