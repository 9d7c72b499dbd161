package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.pki.PathVerdict;
import java.util.List;
import java.util.stream.IntStream;

/** The certificates on the path that was built. */
final class Paths {
  private Paths() {}

  /** A certificate that the server sent and that can be read. */
  record Sent(int position, CertificateDetails details) {
    String label() {
      return position == 0 ? "the server's certificate" : details.subject();
    }
  }

  /** Whether the path ends in an anchor that the user did not bring. */
  static boolean isPubliclyTrusted(EndpointContext context) {
    return context.rules().anchors().own().isEmpty()
        && context.path().filter(p -> p instanceof PathVerdict.Trusted).isPresent();
  }

  /** The links of the path as far as it goes. */
  static List<PathVerdict.Link> links(PathVerdict verdict) {
    return switch (verdict) {
      case PathVerdict.Trusted(var path) -> path;
      case PathVerdict.UntrustedRoot(var path) -> path;
      case PathVerdict.Incomplete(var path, var issuer, var urls) -> path;
      case PathVerdict.Broken(var path, var reason) -> path;
      case PathVerdict.SelfSigned selfSigned -> List.of();
      case PathVerdict.Unreadable unreadable -> List.of();
    };
  }

  /** Every certificate that was sent. */
  static List<Sent> sent(EndpointContext context) {
    List<PeerCertificate> all = context.session().map(TlsSession::certificates).orElseGet(List::of);
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i -> all.get(i).details().map(d -> new Sent(i, d)).stream())
        .toList();
  }

  /** Those of the path that were sent, leaf first; the leaf alone where there is no path. */
  static List<Sent> onPath(EndpointContext context) {
    List<Integer> positions =
        context.path().map(Paths::links).orElseGet(List::of).stream()
            .map(PathVerdict.Link::position)
            .toList();
    return sent(context).stream()
        .filter(s -> s.position() == 0 || positions.contains(s.position()))
        .toList();
  }

  /** The path as lines of evidence. */
  static List<String> lines(List<PathVerdict.Link> path) {
    return path.stream()
        .map(link -> (link.position() < 0 ? "ours" : "#" + link.position()) + " " + link.subject())
        .toList();
  }
}
