package dev.smtpscope.judge.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Name and policy constraints and unknown critical extensions, by the JDK's PKIX validator. Most
 * paths have none of them, and loading the validator costs as much as a handshake, so it is asked
 * only where one has.
 */
final class PathConstraints {
  private static final Set<String> CONSTRAINING =
      Set.of("2.5.29.30", "2.5.29.33", "2.5.29.36", "2.5.29.54");

  /** Key usage, alternative names, basic constraints, policies, extended key usage. */
  private static final Set<String> UNDERSTOOD =
      Set.of("2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.37");

  private PathConstraints() {}

  /** Why the path, anchor last, breaks a constraint; empty when it breaks none. */
  static Optional<String> defect(List<Node> path) {
    List<Node> below = path.subList(0, path.size() - 1);
    return below.stream().anyMatch(PathConstraints::isConstraining)
        ? validate(below, path.getLast().x509())
        : Optional.empty();
  }

  private static boolean isConstraining(Node node) {
    X509Certificate certificate = node.x509();
    Set<String> critical = certificate.getCriticalExtensionOIDs();
    return CONSTRAINING.stream().anyMatch(oid -> certificate.getExtensionValue(oid) != null)
        || (critical != null && !UNDERSTOOD.containsAll(critical));
  }

  private static Optional<String> validate(List<Node> below, X509Certificate anchor) {
    List<X509Certificate> certificates = below.stream().map(Node::x509).toList();
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(aDateWithin(certificates));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
      return Optional.empty();
    } catch (CertPathValidatorException e) {
      return reason(e, below);
    } catch (GeneralSecurityException e) {
      return Optional.of("the path can't be validated: " + e.getClass().getSimpleName());
    }
  }

  /** The latest beginning: within all periods if any date is. */
  private static Date aDateWithin(List<X509Certificate> certificates) {
    return certificates.stream()
        .map(X509Certificate::getNotBefore)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Dates and weak algorithms have checks of their own. */
  private static Optional<String> reason(CertPathValidatorException e, List<Node> below) {
    String which = e.getIndex() < 0 ? "" : " (" + below.get(e.getIndex()).subject() + ")";
    return switch (e.getReason()) {
      case BasicReason.EXPIRED, BasicReason.NOT_YET_VALID, BasicReason.ALGORITHM_CONSTRAINED ->
          Optional.empty();
      case PKIXReason.INVALID_NAME ->
          Optional.of("a name is outside the name constraints of an authority" + which);
      case PKIXReason.INVALID_POLICY ->
          Optional.of("the policies do not meet an authority's policy constraints" + which);
      case PKIXReason.UNRECOGNIZED_CRIT_EXT ->
          Optional.of("a critical extension is not known" + which);
      default -> Optional.of("the path breaks a rule of RFC 5280 section 6.1" + which);
    };
  }
}
