package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.sender.WebPki;
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;

/** The certificate for other keys than the one that was seen first is not as good as that one. */
public final class CertificateSecondBroken extends AuditCheck {
  private static final ByRole SEVERITY = new ByRole(Severity.NOTICE, Severity.ERROR);

  public CertificateSecondBroken() {
    super(
        "certificate-second-broken",
        "Is the certificate for the other kind of key as good?",
        Remedy.of(
                "Renew the certificates of both keys, RSA and ECDSA, each with its intermediate"
                    + " certificates, or give up one of the two.")
            .on(
                Product.POSTFIX,
                "/etc/postfix/main.cf",
                "smtpd_tls_chain_files = /etc/ssl/ecdsa.pem, /etc/ssl/rsa.pem",
                "# each file: key, certificate, intermediate certificates")
            .on(
                Product.EXIM,
                "Exim's main configuration",
                "tls_certificate = /etc/exim4/ecdsa.pem : /etc/exim4/rsa.pem",
                "tls_privatekey = /etc/exim4/ecdsa.key : /etc/exim4/rsa.key"));
  }

  @Override
  Applicability appliesTo(EndpointContext context, Offering offering) {
    if (context.referenceName().isEmpty()) {
      return Applicability.not("an address was tested, so there is no name to compare with");
    }
    return second(context, offering).isEmpty()
        ? Applicability.not("no second certificate was seen")
        : Applicability.applies();
  }

  private static List<ServedChain> second(EndpointContext context, Offering offering) {
    return Chains.asked(offering, Asked.ECDSA, Asked.RSA).stream()
        .filter(chain -> Chains.isOther(context, chain))
        .toList();
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    HostName name = context.referenceName().orElseThrow();
    WebPki first = Chains.ofFirst(context, name);
    return Judgement.of(
        second(context, offering).stream()
            .flatMap(chain -> problem(context, chain, name, first).stream())
            .toList());
  }

  private Optional<Finding> problem(
      EndpointContext context, ServedChain chain, HostName name, WebPki first) {
    WebPki verdict = Chains.verdict(context, chain.certificates(), name);
    return verdict instanceof WebPki.Invalid(var type, var problem) && !verdict.equals(first)
        ? Optional.of(finding(context, chain, problem))
        : Optional.empty();
  }

  private Finding finding(EndpointContext context, ServedChain chain, String problem) {
    String other = chain.asked() == Asked.ECDSA ? "ECDSA" : "RSA";
    return withRemedy(SEVERITY.at(context), context)
        .title("clients that ask for " + other + " get another certificate: " + problem)
        .evidence("asked for " + other + ": " + problem)
        .evidence(Chains.words(chain).toList())
        .why(
            "Which of the two a client gets depends on what it knows; this one fails where the"
                + " other does not, so that the fault is hard to see.")
        .see(Reference.rfc(9325, "4.5"), Reference.rfc(5280, "6.1"))
        .reproduce(Reproduce.openssl(context, "-tls1_2", "-cipher", "a" + other))
        .build();
  }
}
