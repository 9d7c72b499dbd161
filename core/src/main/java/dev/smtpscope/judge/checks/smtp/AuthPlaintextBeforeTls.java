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
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Set;

/** Passwords may be sent before TLS is on. */
public final class AuthPlaintextBeforeTls implements Check.OfEndpoint {
  private static final Set<String> READABLE = Set.of("PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER");
  private static final Remedy REMEDY =
      Remedy.of("Offer AUTH only after STARTTLS.")
          .on(Product.POSTFIX, Remedies.POSTFIX_MAIN, "smtpd_tls_auth_only = yes")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}")
          .on(
              Product.OPENSMTPD,
              Remedies.SMTPD_CONF,
              "listen on 0.0.0.0 port 587 tls-require pki mail.example.org auth")
          .on(Product.SENDMAIL, Remedies.SENDMAIL_MC, "define(`confAUTH_OPTIONS', `A p y')dnl")
          .on(
              Product.EXCHANGE,
              Remedies.EXCHANGE_SHELL,
              "Set-ReceiveConnector \"Client Frontend SERVER\""
                  + " -AuthMechanism Tls,BasicAuth,BasicAuthRequireTLS");

  @Override
  public String id() {
    return "auth-plaintext-before-tls";
  }

  @Override
  public String title() {
    return "Are passwords kept for TLS?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (context.tlsMode() == TlsMode.IMPLICIT) {
      return Applicability.not("TLS begins with the first byte on this port");
    }
    boolean noTls =
        context.endpoint().hello().isExtended() && !context.plainCapabilities().has("STARTTLS");
    return noTls && context.role().isSubmission()
        ? Applicability.not("there is no STARTTLS, which starttls-missing tells")
        : Applicability.unless(Obstacles.beforeCapabilities(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<String> readable = readable(context);
    return readable.isEmpty() ? Judgement.pass() : failure(context, readable);
  }

  /** The mechanisms on offer before TLS that give the password away. */
  static List<String> readable(EndpointContext context) {
    return context.plainCapabilities().authMechanisms().stream()
        .filter(READABLE::contains)
        .toList();
  }

  private Judgement failure(EndpointContext context, List<String> readable) {
    Severity severity = context.role().isSubmission() ? Severity.ERROR : Severity.WARNING;
    return FindingBuilder.of(id(), severity, context)
        .title("passwords may be sent before TLS: AUTH " + Words.list(readable) + " offered")
        .evidence(Auth.lines(context.plainCapabilities()))
        .why(
            "A client that takes the offer sends its password so that everybody on the way can read"
                + " it.")
        .fix(REMEDY)
        .see(Reference.rfc(4954, "4"), Reference.rfc(8314, "3.2"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
