package dev.smtpscope.render.outline;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The certificates of each endpoint; a chain that was shown before is only pointed to. */
final class Certificates {
  private final Report report;
  private final boolean pem;
  private final Map<List<PeerCertificate>, Endpoint> shown = new LinkedHashMap<>();

  Certificates(Report report, boolean pem) {
    this.report = report;
    this.pem = pem;
  }

  /** The PEM form of each chain and nothing else. */
  static List<Block> pemOnly(Report report) {
    Map<List<PeerCertificate>, Endpoint> chains = new LinkedHashMap<>();
    report.facts().endpoints().stream()
        .filter(endpoint -> !endpoint.tls().certificates().isEmpty())
        .forEach(
            endpoint -> chains.putIfAbsent(endpoint.tls().certificates(), endpoint.endpoint()));
    List<Block> blocks = new ArrayList<>();
    chains.forEach((chain, endpoint) ->
        blocks.add(
            new Block.Section(
                "Certificates of " + endpoint,
                chain.stream().map(Certificates::pemBlock).toList())));
    return blocks;
  }

  List<Block> of(EndpointFacts endpoint, Optional<PathVerdict> path) {
    List<PeerCertificate> sent = endpoint.tls().certificates();
    if (sent.isEmpty()) {
      return List.of();
    }
    Optional<Endpoint> before = Optional.ofNullable(shown.putIfAbsent(sent, endpoint.endpoint()));
    List<Block> blocks = new ArrayList<>();
    if (before.isPresent()) {
      blocks.add(new Block.Paragraph("Certificates: the same as on " + before.get() + "."));
    } else {
      blocks.addAll(chain(sent));
      path.ifPresent(p -> blocks.add(Paths.section(p, report.rules().anchors().name())));
    }
    sent.getFirst()
        .details()
        .ifPresent(leaf ->
            blocks.add(
                new Block.Section(
                    "DANE record that fits this key",
                    List.of(
                        new Block.Copyable(
                            List.of(Tlsa.record(report.facts(), endpoint, leaf)))))));
    return blocks;
  }

  private List<Block> chain(List<PeerCertificate> sent) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      List<Block> body = new ArrayList<>();
      body.add(CertificatePairs.of(sent.get(i), report.facts().observedAt()));
      if (pem) {
        body.add(pemBlock(sent.get(i)));
      }
      blocks.add(new Block.Section("Certificate " + (i + 1) + " of " + sent.size(), body));
    }
    return blocks;
  }

  private static Block pemBlock(PeerCertificate certificate) {
    return new Block.Copyable(certificate.pem().lines().toList());
  }
}
