package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.pki.PathVerdict;

/** The chain ends in a root that is not trusted. */
public final class CertificateUntrustedRoot extends LeafCheck {
  public CertificateUntrustedRoot() {
    super(
        "certificate-untrusted-root",
        "Does the chain end in a trusted root?",
        Remedies.install(
            "Get a certificate from a public authority. If the private authority is meant to be"
                + " used, install its root on every client, and test with --ca FILE."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return context.path().orElseThrow() instanceof PathVerdict.UntrustedRoot(var path)
        ? chainFinding(trust(context), context)
            .title("the certificate chain ends in a root that is not trusted")
            .evidence(Paths.lines(path))
            .evidence(path.getLast().subject() + " is not in: " + context.rules().anchors().name())
            .why(whyTrust(context))
            .fail()
        : Judgement.pass();
  }
}
