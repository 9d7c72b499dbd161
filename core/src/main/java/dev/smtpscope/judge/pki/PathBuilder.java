package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.text.DistinguishedName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Builds paths from the certificates sent to an anchor, finding issuers by name and signature
 * whatever their order, and keeps the best. Anchors are tried first, so a path is as short as it
 * can be; of several trusted ones, one that is valid at the time is preferred.
 */
final class PathBuilder {
  private static final int MAX_SENT = 50;
  private static final int MAX_DEPTH = 10;

  /** Certificates that vouch for each other in a circle would be tried in every order. */
  private static final int MAX_STEPS = 200;

  private final List<Node> sent;
  private final TrustAnchors anchors;
  private final Instant at;
  private final List<PathVerdict> ends = new ArrayList<>();
  private Optional<PathVerdict> trustedInTime = Optional.empty();
  private Instant from = Instant.MIN;
  private Instant until = Instant.MAX;
  private int steps;

  /**
   * A verdict, and between which moments it is the same, neither of them included: validity decides
   * between several trusted paths.
   */
  record Built(PathVerdict verdict, Instant from, Instant until) {
    boolean holdsAt(Instant at) {
      return at.isAfter(from) && at.isBefore(until);
    }
  }

  PathBuilder(List<PeerCertificate> sent, TrustAnchors anchors, Instant at) {
    this.sent =
        IntStream.range(0, Math.min(sent.size(), MAX_SENT))
            .mapToObj(i -> Node.sent(sent.get(i), i))
            .flatMap(Optional::stream)
            .toList();
    this.anchors = anchors;
    this.at = at;
  }

  Built build() {
    PathVerdict verdict = verdict();
    return new Built(verdict, from, until);
  }

  private PathVerdict verdict() {
    if (sent.isEmpty() || sent.getFirst().link().position() != 0) {
      return new PathVerdict.Unreadable();
    }
    Node leaf = sent.getFirst();
    if (isAnchor(leaf)) {
      return new PathVerdict.Trusted(links(List.of(leaf)));
    }
    if (X509.isSelfSigned(leaf.x509())) {
      return new PathVerdict.SelfSigned();
    }
    extend(List.of(leaf));
    return trustedInTime.orElseGet(
        () -> ends.stream().max(Comparator.comparingInt(PathBuilder::rank)).orElseThrow());
  }

  private static int rank(PathVerdict verdict) {
    return switch (verdict) {
      case PathVerdict.Trusted trusted -> 1000;
      case PathVerdict.UntrustedRoot(var path) -> 300 + path.size();
      case PathVerdict.Incomplete(var path, var issuer, var urls) -> 200 + path.size();
      case PathVerdict.Broken(var path, var reason) -> 100 + path.size();
      case PathVerdict.SelfSigned selfSigned -> 0;
      case PathVerdict.Unreadable unreadable -> 0;
    };
  }

  private void extend(List<Node> path) {
    Node last = path.getLast();
    if (path.size() > 1 && last.isSelfIssued() && X509.isSelfSigned(last.x509())) {
      ends.add(new PathVerdict.UntrustedRoot(links(path)));
      return;
    }
    List<Node> issuers = path.size() < MAX_DEPTH ? issuers(path) : List.of();
    if (issuers.isEmpty()) {
      ends.add(incomplete(path));
    }
    for (Node issuer : issuers) {
      if (trustedInTime.isEmpty() && steps++ < MAX_STEPS) {
        step(path, issuer);
      }
    }
  }

  private void step(List<Node> path, Node issuer) {
    List<Node> longer = Stream.concat(path.stream(), Stream.of(issuer)).toList();
    Optional<String> defect =
        issuer.anchor()
            ? IssuerRules.defectOfAnchor(path, issuer)
            : IssuerRules.defect(path, issuer);
    if (defect.isPresent()) {
      ends.add(new PathVerdict.Broken(links(longer), defect.get()));
    } else if (issuer.anchor()) {
      arrive(longer);
    } else {
      extend(longer);
    }
  }

  private void arrive(List<Node> path) {
    Optional<String> defect = PathConstraints.defect(path);
    if (defect.isPresent()) {
      ends.add(new PathVerdict.Broken(links(path), defect.get()));
      return;
    }
    PathVerdict trusted = new PathVerdict.Trusted(links(path));
    ends.add(trusted);
    path.forEach(node -> {
      narrow(node.begin());
      narrow(node.end());
    });
    if (path.stream().allMatch(node -> node.isValid(at))) {
      trustedInTime = Optional.of(trusted);
    }
  }

  /** The verdict may be another on the other side of {@code turn}. */
  private void narrow(Instant turn) {
    from = turn.isAfter(at) || turn.isBefore(from) ? from : turn;
    until = turn.isBefore(at) || turn.isAfter(until) ? until : turn;
  }

  /** Anchors, then what was sent; one of another key with the same name is left out. */
  private List<Node> issuers(List<Node> path) {
    Node last = path.getLast();
    Stream<Node> ours =
        anchors.bySubject(last.x509().getIssuerX500Principal()).stream()
            .map(Node::anchor)
            .map(anchor -> anchor.foundIn(sent));
    Stream<Node> theirs = sent.stream().filter(node -> node.isIssuerNamedBy(last));
    return Stream.concat(ours, theirs)
        .filter(issuer -> path.stream().noneMatch(issuer::isSame))
        .filter(issuer -> !X509.keyIdsDiffer(last.x509(), issuer.x509()))
        .toList();
  }

  private boolean isAnchor(Node leaf) {
    X509Certificate certificate = leaf.x509();
    return anchors.own().contains(certificate)
        || (leaf.isSelfIssued()
            && anchors.bySubject(certificate.getSubjectX500Principal()).contains(certificate));
  }

  private static PathVerdict incomplete(List<Node> path) {
    Node last = path.getLast();
    String issuer = DistinguishedName.of(last.x509().getIssuerX500Principal());
    return new PathVerdict.Incomplete(links(path), issuer, last.issuerUrls());
  }

  private static List<PathVerdict.Link> links(List<Node> path) {
    return path.stream().map(Node::link).toList();
  }
}
