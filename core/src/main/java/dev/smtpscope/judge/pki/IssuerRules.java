package dev.smtpscope.judge.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What RFC 5280 section 6.1.4 asks of a certificate that issued another. */
final class IssuerRules {
  private static final int KEY_CERT_SIGN = 5;

  private IssuerRules() {}

  /** Why {@code issuer} may not stand above {@code path}; empty when it may. */
  static Optional<String> defect(List<Node> path, Node issuer) {
    return signature(path.getLast(), issuer).or(() -> mandate(path, issuer));
  }

  /** The same of an anchor: its key is trusted, whatever its certificate says beside. */
  static Optional<String> defectOfAnchor(List<Node> path, Node anchor) {
    return signature(path.getLast(), anchor);
  }

  private static Optional<String> signature(Node child, Node issuer) {
    return X509.isSignedBy(child.x509(), issuer.x509())
        ? Optional.empty()
        : Optional.of(
            "the signature of " + child.subject() + " does not verify with the key of its issuer");
  }

  private static Optional<String> mandate(List<Node> path, Node issuer) {
    X509Certificate certificate = issuer.x509();
    boolean[] usage = certificate.getKeyUsage();
    if (certificate.getBasicConstraints() < 0) {
      return Optional.of(issuer.subject() + " signed it, but is not marked as an authority (CA)");
    }
    if (certificate.getBasicConstraints() < authoritiesBelow(path)) {
      return Optional.of(
          issuer.subject()
              + " allows "
              + certificate.getBasicConstraints()
              + " authorities below itself; the path has "
              + authoritiesBelow(path));
    }
    return usage != null && !usage[KEY_CERT_SIGN]
        ? Optional.of(issuer.subject() + " signed it, but its key usage lacks keyCertSign")
        : Optional.empty();
  }

  /** Self-issued certificates, as in a change of keys, do not count (section 4.2.1.9). */
  private static long authoritiesBelow(List<Node> path) {
    return path.stream().skip(1).filter(node -> !node.isSelfIssued()).count();
  }
}
