package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.DistinguishedName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A certificate that a path may lead through, sent or an anchor. */
record Node(X509Certificate x509, PathVerdict.Link link, List<String> issuerUrls, boolean anchor) {

  /** What was sent at {@code position}, where it can be read. */
  static Optional<Node> sent(PeerCertificate certificate, int position) {
    return certificate
        .details()
        .flatMap(details ->
            X509.parse(certificate.der().toArray())
                .map(x509 ->
                    new Node(
                        x509,
                        new PathVerdict.Link(details.subject(), certificate.sha256(), position),
                        details.issuerUrls(),
                        false)));
  }

  /** An anchor of ours. */
  static Node anchor(X509Certificate root) {
    String subject = DistinguishedName.of(root.getSubjectX500Principal());
    return new Node(root, new PathVerdict.Link(subject, sha256(root), -1), List.of(), true);
  }

  /** This anchor at the place where the server sent it too, if it did. */
  Node foundIn(List<Node> sent) {
    return sent.stream()
        .filter(this::isSame)
        .findFirst()
        .map(node -> new Node(x509, node.link, node.issuerUrls, true))
        .orElse(this);
  }

  boolean isIssuerNamedBy(Node child) {
    return x509.getSubjectX500Principal().equals(child.x509.getIssuerX500Principal());
  }

  boolean isSame(Node other) {
    return link.sha256().equals(other.link.sha256());
  }

  boolean isSelfIssued() {
    return isIssuerNamedBy(this);
  }

  boolean isValid(Instant at) {
    return !at.isBefore(begin()) && !at.isAfter(end());
  }

  Instant begin() {
    return x509.getNotBefore().toInstant();
  }

  Instant end() {
    return x509.getNotAfter().toInstant();
  }

  String subject() {
    return link.subject();
  }

  private static String sha256(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
