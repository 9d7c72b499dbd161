package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.reference.tls.SignatureSchemes;
import dev.smtpscope.reference.tls.Versions;
import java.util.Optional;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;

/** Names for what the TLS library has types of its own for. */
final class Names {
  private Names() {}

  /** The scheme of a signature before TLS 1.3; before 1.2 there is no number for it. */
  static SignatureScheme signature(Optional<SignatureAndHashAlgorithm> named, short keyAlgorithm) {
    return named
        .map(pair -> SignatureSchemes.named((pair.getHash() << 8) | pair.getSignature()))
        .orElseGet(() -> unnumbered(keyAlgorithm));
  }

  private static SignatureScheme unnumbered(short keyAlgorithm) {
    return keyAlgorithm == SignatureAlgorithm.rsa
        ? SignatureSchemes.RSA_MD5_SHA1
        : new SignatureScheme(-1, SignatureAlgorithm.getName(keyAlgorithm) + "_sha1");
  }

  static Optional<TlsVersion> version(ProtocolVersion version) {
    return Versions.of(version.getFullVersion());
  }
}
