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
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All log-in mechanisms on offer are outdated ones. */
public final class AuthWeakMechanisms implements Check.OfEndpoint {
  private static final Set<String> WEAK = Set.of("CRAM-MD5", "DIGEST-MD5", "NTLM");
  private static final Remedy REMEDY =
      Remedy.of("Offer PLAIN, SCRAM-SHA-256 or OAUTHBEARER inside TLS as well.")
          .on(Product.POSTFIX, "/etc/dovecot/conf.d/10-auth.conf", "auth_mechanisms = plain login")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "define(`confAUTH_MECHANISMS', `PLAIN LOGIN')dnl")
          .on(
              Product.EXIM,
              "Exim's authenticators",
              "plain_server:",
              "  driver = plaintext",
              "  public_name = PLAIN",
              "  server_prompts = :",
              "  server_advertise_condition = ${if def:tls_in_cipher}",
              "  server_set_id = $auth2",
              "  # /etc/exim4/passwd has lines of the form NAME:PASSWORD-HASH",
              "  server_condition = ${lookup{$auth2}lsearch{/etc/exim4/passwd}"
                  + "{${if crypteq{$auth3}{$value}}}{false}}");

  @Override
  public String id() {
    return "auth-weak-mechanisms";
  }

  @Override
  public String title() {
    return "Is there an up-to-date log-in mechanism?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Optional<String> obstacle = Obstacles.beforeTlsCapabilities(context);
    if (obstacle.isPresent()) {
      return Tls.whereTried(context, obstacle);
    }
    return context.tlsCapabilities().authMechanisms().isEmpty()
        ? Applicability.not("no AUTH is offered inside TLS")
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Set<String> offered = context.tlsCapabilities().authMechanisms();
    if (!WEAK.containsAll(offered)) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title("only outdated log-in mechanisms: " + Words.list(List.copyOf(offered)))
        .evidence(Auth.lines(context.tlsCapabilities()))
        .why(
            "These mechanisms make the server keep passwords in a form that can be read, or rest on"
                + " MD5 or MD4; some clients have dropped them. Inside TLS PLAIN is the better"
                + " choice.")
        .fix(REMEDY)
        .see(Reference.rfc(6331, ""), Reference.rfc(8314, "3"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }
}
