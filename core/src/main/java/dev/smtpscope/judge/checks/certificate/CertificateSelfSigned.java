package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.pki.PathVerdict;

/** The certificate is signed with its own key. */
public final class CertificateSelfSigned extends LeafCheck {
  public CertificateSelfSigned() {
    super(
        "certificate-self-signed",
        "Is the certificate self-signed?",
        Remedies.install(
            "Get a certificate from a public authority; Let's Encrypt and others issue them free of"
                + " charge and renew them automatically. Where DANE-EE (TLSA 3 1 1) vouches for the"
                + " key, an MX needs none."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    if (context.path().filter(p -> p instanceof PathVerdict.SelfSigned).isEmpty()) {
      return Judgement.pass();
    }
    return finding(trust(context), context, "-subject -issuer")
        .title("the certificate is self-signed")
        .evidence(
            "subject " + leaf.subject(),
            "issuer  " + leaf.issuer(),
            "its signature verifies with its own key")
        .why(whyTrust(context))
        .see(Reference.rfc(5280, "3.2"), Reference.rfc(7672, "3.1"))
        .fail();
  }
}
