package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import java.util.List;

/** A certificate is signed with a broken hash. */
public final class CertificateWeakSignature extends LeafCheck {
  public CertificateWeakSignature() {
    super(
        "certificate-weak-signature",
        "Are the certificates signed with a sound hash?",
        Remedies.install(
            "Have the certificate issued again with SHA-256 or better, and replace intermediates"
                + " by their current form."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    List<String> weak =
        Paths.onPath(context).stream()
            .filter(s -> !s.details().selfSigned() && isWeak(s.details().signatureAlgorithm()))
            .map(s -> s.label() + ": " + s.details().signatureAlgorithm())
            .toList();
    return weak.isEmpty()
        ? Judgement.pass()
        : finding(warningOrError(context), context, "-text")
            .title("a certificate is signed with a broken hash")
            .evidence(weak)
            .why(
                "Signatures over SHA-1 and MD5 can be forged; current TLS libraries refuse such"
                    + " certificates.")
            .see(Reference.rfc(9325, "4.5"))
            .fail();
  }

  /** A self-signed certificate's signature protects nothing, so its hash does not matter. */
  private static boolean isWeak(String algorithm) {
    return algorithm.startsWith("SHA1with")
        || algorithm.startsWith("MD5with")
        || algorithm.startsWith("MD2with");
  }
}
