package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerProtocol;
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
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.util.List;
import java.util.Optional;

/** The port speaks another protocol than the one that belongs there. */
public final class WrongProtocol implements Check.OfEndpoint {
  private static final Remedy OTHER_SERVICE =
      Remedies.listen(
          "Stop the other service on this port or move it, then have the mail server listen there;"
              + " or test the port where the mail server is.");
  private static final Remedy TLS_AT_ONCE =
      Remedy.of(
              "Leave TLS to STARTTLS on this port and keep TLS from the first byte to port 465. If"
                  + " it is meant to be so, test it with --tls implicit.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MASTER,
              "smtp inet n - y - - smtpd",
              "  -o smtpd_tls_wrappermode=no")
          .on(Product.EXIM, Remedies.EXIM_MAIN, "tls_on_connect_ports = 465")
          .on(
              Product.OPENSMTPD,
              Remedies.SMTPD_CONF,
              "listen on 0.0.0.0 port 587 tls-require pki mail.example.org auth")
          .on(Product.SENDMAIL, Remedies.SENDMAIL_MC, "DAEMON_OPTIONS(`Port=smtp, Name=MTA')dnl");
  private static final Remedy PLAIN_TEXT =
      Remedy.of(
              "Have the server begin TLS with the first byte on this port. If STARTTLS is meant"
                  + " here, test it with --tls starttls.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MASTER,
              "submissions inet n - y - - smtpd",
              "  -o smtpd_tls_wrappermode=yes",
              "  -o smtpd_sasl_auth_enable=yes")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "daemon_smtp_ports = 25 : 465 : 587",
              "tls_on_connect_ports = 465")
          .on(
              Product.OPENSMTPD,
              Remedies.SMTPD_CONF,
              "listen on 0.0.0.0 port 465 smtps pki mail.example.org auth")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "DAEMON_OPTIONS(`Port=smtps, Name=TLSMTA, M=sa')dnl")
          .on(Product.HARAKA, "config/smtp.ini", "listen=[::0]:25,[::0]:465", "smtps_port=465");

  @Override
  public String id() {
    return "wrong-protocol";
  }

  @Override
  public String title() {
    return "Does the port speak the protocol that belongs there?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(OTHER_SERVICE, TLS_AT_ONCE, PLAIN_TEXT);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return found(context).isPresent()
        ? Applicability.applies()
        : Applicability.unless(Obstacles.beforeGreetingReply(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return found(context).map(found -> failure(context, found)).orElse(Judgement.pass());
  }

  private record Found(PeerProtocol protocol, String beginning) {}

  private static Optional<Found> found(EndpointContext context) {
    if (context.endpoint().greeting() instanceof Answer.NotSmtp(var protocol, var beginning)) {
      return Optional.of(new Found(protocol, beginning));
    }
    return context.tlsMode() == TlsMode.IMPLICIT
            && context.endpoint().tls() instanceof TlsOutcome.Failed failed
            && failed.failure() instanceof HandshakeFailure.NotTls(var protocol, var beginning)
        ? Optional.of(new Found(protocol, beginning))
        : Optional.empty();
  }

  private Judgement failure(EndpointContext context, Found found) {
    Service service = context.endpoint().endpoint().service();
    return FindingBuilder.of(id(), severity(service), context)
        .title("port " + service.port() + " speaks " + found.protocol().label() + expected(context))
        .evidence(
            Evidence.with(
                found.beginning(), "the first bytes are those of " + found.protocol().label()))
        .why("Mail clients and servers that connect here can't make out a word and give up.")
        .fix(remedy(found.protocol()))
        .see(Reference.rfc(5321, "3.1"), Reference.rfc(8314, "3.3"))
        .reproduce(Reproduce.connect(context.endpoint().endpoint()))
        .fail();
  }

  private static String expected(EndpointContext context) {
    return context.tlsMode() == TlsMode.IMPLICIT ? ", not TLS" : ", not SMTP in plain text";
  }

  /** A mode that the user chose against the port's custom may be the user's own mistake. */
  private static Severity severity(Service service) {
    boolean chosen = Service.onPort(service.port()).tls() != service.tls();
    return chosen ? Severity.WARNING : Severity.ERROR;
  }

  private static Remedy remedy(PeerProtocol protocol) {
    return switch (protocol) {
      case TLS -> TLS_AT_ONCE;
      case SMTP -> PLAIN_TEXT;
      case SSH, HTTP, IMAP, POP3, FTP, UNKNOWN -> OTHER_SERVICE;
    };
  }
}
