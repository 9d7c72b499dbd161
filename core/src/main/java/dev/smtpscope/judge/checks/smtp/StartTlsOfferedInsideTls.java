package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Capability;
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
import java.util.stream.Stream;

/** STARTTLS is offered again inside TLS. */
public final class StartTlsOfferedInsideTls implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Don't offer STARTTLS on a connection that is encrypted. If a TLS proxy stands before"
                  + " the server, switch TLS off between the two.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MASTER,
              "127.0.0.1:10025 inet n - y - - smtpd",
              "  -o smtpd_tls_security_level=none")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "tls_advertise_hosts = ${if eq{$received_port}{10025}{}{*}}")
          .on(Product.OPENSMTPD, Remedies.SMTPD_CONF, "listen on 127.0.0.1 port 10025");

  @Override
  public String id() {
    return "starttls-offered-inside-tls";
  }

  @Override
  public String title() {
    return "Is STARTTLS gone once TLS is on?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Tls.whereTried(context, Obstacles.beforeTlsCapabilities(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context
        .tlsCapabilities()
        .find("STARTTLS")
        .map(capability -> failure(context, capability))
        .orElse(Judgement.pass());
  }

  private Judgement failure(EndpointContext context, Capability capability) {
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .title("STARTTLS is offered inside TLS")
        .evidence(Evidence.of(Stream.of(capability)))
        .why(
            "RFC 3207 forbids it; a client that takes the offer fails. Mostly a proxy ends TLS"
                + " before a server that does not know of it.")
        .fix(REMEDY)
        .see(Reference.rfc(3207, "4.2"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }
}
