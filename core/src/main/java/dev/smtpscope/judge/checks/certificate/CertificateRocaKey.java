package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.Roca;
import dev.smtpscope.judge.pki.X509;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The certificate's key was made by a generator whose keys can be worked out. */
public final class CertificateRocaKey extends LeafCheck {
  public CertificateRocaKey() {
    super(
        "certificate-roca-key",
        "Was the certificate's key made by a sound generator?",
        Remedies.install(
            "Make a new key outside the smart card, security module or TPM that made this one, have"
                + " a certificate issued for it, have the old one revoked, and update the device."));
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    return !leaf.key().algorithm().startsWith("RSA")
            || modulus(context).filter(Roca::isMarked).isEmpty()
        ? Judgement.pass()
        : finding(Severity.ERROR, context, "-modulus")
            .title("the certificate's key has the mark of ROCA")
            .evidence(
                "RSA "
                    + leaf.key().bits()
                    + " bits; the modulus is a power of 65537 modulo the"
                    + " product of all primes up to 167")
            .why(
                "Keys of this generator (Infineon's, CVE-2017-15361) can be worked out from the"
                    + " certificate with means that are for sale.")
            .see(
                Reference.page("CVE-2017-15361", "https://nvd.nist.gov/vuln/detail/CVE-2017-15361"))
            .fail();
  }

  private static Optional<BigInteger> modulus(EndpointContext context) {
    return context
        .session()
        .flatMap(TlsSession::leaf)
        .flatMap(sent -> X509.parse(sent.der().toArray()))
        .map(X509Certificate::getPublicKey)
        .filter(RSAPublicKey.class::isInstance)
        .map(key -> ((RSAPublicKey) key).getModulus());
  }
}
