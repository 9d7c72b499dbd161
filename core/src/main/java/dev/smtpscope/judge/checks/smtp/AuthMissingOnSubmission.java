package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.TlsOutcome;
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

/** A submission port lets nobody log in, even inside TLS. */
public final class AuthMissingOnSubmission implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Offer AUTH inside TLS on this port and relay only for those who have logged in. An"
                  + " open-relay test shows what the port does now.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MASTER,
              "submission inet n - y - - smtpd",
              "  -o smtpd_tls_security_level=encrypt",
              "  -o smtpd_sasl_auth_enable=yes",
              "  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}")
          .on(
              Product.OPENSMTPD,
              Remedies.SMTPD_CONF,
              "listen on 0.0.0.0 port 587 tls-require pki mail.example.org auth")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "DAEMON_OPTIONS(`Port=submission, Name=MSA, M=Ea')dnl",
              "TRUST_AUTH_MECH(`PLAIN LOGIN')dnl")
          .on(
              Product.EXCHANGE,
              Remedies.EXCHANGE_SHELL,
              "Set-ReceiveConnector \"Client Frontend SERVER\""
                  + " -AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS")
          .on(Product.HARAKA, "config/plugins", "tls", "auth/flat_file");

  @Override
  public String id() {
    return "auth-missing-on-submission";
  }

  @Override
  public String title() {
    return "Can users log in on the submission port?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (!context.role().isSubmission()) {
      return Applicability.not("mail between servers needs no log-in");
    }
    if (context.session().isEmpty() && context.plainCapabilities().has("AUTH")) {
      return Applicability.applies();
    }
    return Applicability.unless(
        context.endpoint().tls() instanceof TlsOutcome.NotOffered
            ? Obstacles.beforeCapabilities(context)
            : Obstacles.beforeTlsCapabilities(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context.finalHello().capabilities().has("AUTH") ? Judgement.pass() : failure(context);
  }

  private Judgement failure(EndpointContext context) {
    return FindingBuilder.of(id(), Severity.WARNING, context)
        .title("no AUTH is offered on the submission port")
        .evidence(Evidence.of(context.finalHello().ehlo().received().orElseThrow()))
        .why(
            "Either nobody can send through this port, or it takes mail without a log-in and may be"
                + " an open relay. What was seen does not tell which.")
        .fix(REMEDY)
        .see(Reference.rfc(6409, "4.3"), Reference.rfc(4954, "3"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }
}
