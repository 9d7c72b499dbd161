package dev.smtpscope.render.html;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.pki.PathVerdict.Link;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.render.outline.Paths;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The certificates of some endpoints, drawn from the leaf on.
 *
 * @param path in the order of the path, as far as there is one
 * @param surplus sent, but on no path
 * @param end where the path ends
 */
record ChainView(
    List<String> where,
    List<CertificateView> path,
    Mark mark,
    String end,
    List<CertificateView> surplus,
    List<String> tlsa) {
  /** What was sent and what came of it, the same for all endpoints of a chain. */
  private record Chain(List<PeerCertificate> sent, Optional<PathVerdict> verdict) {
    List<Link> links() {
      return verdict.map(Paths::links).orElse(List.of());
    }
  }

  static List<ChainView> of(Report report) {
    return Shared.of(
            report.facts().endpoints(),
            e ->
                Optional.of(e.tls().certificates())
                    .filter(sent -> !sent.isEmpty())
                    .map(sent ->
                        new Chain(
                            sent, report.verdicts().insight(e.endpoint()).flatMap(i -> i.path()))))
        .stream()
        .map(chain -> of(report, chain))
        .toList();
  }

  private static ChainView of(Report report, Shared<Chain> shared) {
    Chain chain = shared.value();
    String anchors = report.rules().anchors().name();
    return new ChainView(
        shared.where(),
        path(report, chain),
        chain.verdict().map(ChainView::mark).orElse(Mark.OPEN),
        chain.verdict().map(v -> Paths.end(v, anchors)).orElse("The path was not judged."),
        surplus(report, chain),
        TlsaRecords.of(report.facts(), shared.where()));
  }

  /** Without a path the certificates stand as they were sent. */
  private static List<CertificateView> path(Report report, Chain chain) {
    List<CertificateView> views = new ArrayList<>();
    if (chain.links().isEmpty()) {
      IntStream.range(0, chain.sent().size())
          .forEach(i -> views.add(CertificateView.sent(chain.sent(), i, report)));
    }
    for (Link link : chain.links()) {
      boolean sent = link.position() >= 0 && link.position() < chain.sent().size();
      views.add(
          sent
              ? CertificateView.sent(chain.sent(), link.position(), report)
              : CertificateView.anchor(link.subject(), report));
    }
    if (chain.verdict().orElse(null) instanceof PathVerdict.Incomplete incomplete) {
      views.add(CertificateView.missing(incomplete.missingIssuer()));
    }
    return views;
  }

  private static List<CertificateView> surplus(Report report, Chain chain) {
    return IntStream.range(0, chain.links().isEmpty() ? 0 : chain.sent().size())
        .filter(i -> chain.links().stream().noneMatch(link -> link.position() == i))
        .mapToObj(i -> CertificateView.sent(chain.sent(), i, report))
        .toList();
  }

  private static Mark mark(PathVerdict verdict) {
    return switch (verdict) {
      case PathVerdict.Trusted _ -> Mark.GOOD;
      case PathVerdict.SelfSigned _,
          PathVerdict.Incomplete _,
          PathVerdict.UntrustedRoot _,
          PathVerdict.Broken _,
          PathVerdict.Unreadable _ ->
          Mark.WARNING;
    };
  }
}
