package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.software.Product;
import java.util.List;

/** The relay port offers log-in. */
public final class AuthOnMx implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Where users have ports 465 and 587, switch AUTH off on port 25: it only invites"
                  + " guessing of passwords there.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MASTER,
              "smtp inet n - y - - smtpd",
              "  -o smtpd_sasl_auth_enable=no")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "auth_advertise_hosts = ${if eq{$received_port}{25}{}{*}}")
          .on(
              Product.OPENSMTPD,
              Remedies.SMTPD_CONF,
              "listen on 0.0.0.0 port 25 tls pki mail.example.org")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "DAEMON_OPTIONS(`Port=smtp, Name=MTA, M=A')dnl");

  @Override
  public String id() {
    return "auth-on-mx";
  }

  @Override
  public String title() {
    return "Is the relay port free of log-in?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (context.role().isSubmission()) {
      return Applicability.not("users log in on this port");
    }
    return AuthPlaintextBeforeTls.readable(context).isEmpty()
        ? Applicability.unless(Obstacles.beforeCapabilities(context))
        : Applicability.not("auth-plaintext-before-tls tells of it");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<String> lines =
        Auth.lines(
            context.tlsCapabilities().has("AUTH")
                ? context.tlsCapabilities()
                : context.plainCapabilities());
    if (lines.isEmpty()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title("AUTH is offered on the relay port")
        .evidence(lines)
        .why(
            "Other mail servers never log in. Some hosts let users in here on purpose; where that is"
                + " not meant, the offer serves only those who guess passwords.")
        .fix(REMEDY)
        .see(Reference.rfc(6409, "3.1"), Reference.rfc(8314, "3"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }
}
