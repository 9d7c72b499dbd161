package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CertificateDetails.PublicKeyInfo;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import java.util.List;

/** A key of the chain is too short. */
public final class CertificateWeakKey extends LeafCheck {
  private static final int RSA = 2048;
  private static final int CURVE = 224;

  public CertificateWeakKey() {
    super(
        "certificate-weak-key",
        "Are the keys of the certificates strong enough?",
        Remedies.install(
            "Make a new key, ECDSA on P-256 or RSA of at least 2048 bits, have a certificate issued"
                + " for it, and put both in place."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    List<String> weak =
        Paths.onPath(context).stream()
            .filter(s -> isWeak(s.details().key()))
            .map(s -> s.label() + ": " + words(s.details().key()))
            .toList();
    return weak.isEmpty()
        ? Judgement.pass()
        : finding(Severity.ERROR, context, "-text")
            .title("the certificate chain has a weak key")
            .evidence(weak)
            .why(
                "Such a key can be broken, or is within reach of those with means; many TLS"
                    + " libraries refuse it outright.")
            .see(Reference.rfc(9325, "4.5"))
            .fail();
  }

  private static boolean isWeak(PublicKeyInfo key) {
    return switch (key.algorithm()) {
      case "RSA", "RSASSA-PSS", "DSA" -> key.bits() > 0 && key.bits() < RSA;
      case "EC" -> key.bits() > 0 && key.bits() < CURVE;
      default -> false;
    };
  }

  private static String words(PublicKeyInfo key) {
    return key.algorithm() + " " + key.bits() + " bits";
  }
}
