package dev.smtpscope.bulk.summary;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What most readers look for first.
 *
 * @param of what the whole is
 * @param part how many targets and servers have it
 */
record KeyFigure(String name, String of, Breakdown whole, Share part) {
  private static final Set<String> TLS = Set.of("established", "failed", "refused");

  /** Those that {@code summary} has something to say about. */
  static List<KeyFigure> of(ScanSummary summary) {
    return Stream.of(
            figure(summary, "starttls", TLS, "STARTTLS offered", "that answered EHLO"),
            figure(summary, "tls-version", Set.of("TLSv1.3"), "TLS 1.3", "with TLS"),
            figure(summary, "certificate", Set.of("valid"), "Valid certificate", "with TLS"),
            figure(
                summary,
                "post-quantum",
                Set.of("post-quantum"),
                "Post-quantum key exchange",
                "with TLS"),
            figure(summary, "dane", Set.of("match"), "DANE matches", "asked for DANE"),
            figure(summary, "mta-sts", Set.of("enforce"), "MTA-STS enforced", "that are domains"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<KeyFigure> figure(
      ScanSummary summary, String id, Set<String> values, String name, String of) {
    return summary
        .breakdown(id)
        .filter(b -> !b.isEmpty())
        .map(b -> new KeyFigure(name, of, b, sum(b, values)));
  }

  private static Share sum(Breakdown breakdown, Set<String> values) {
    List<Share> counted =
        breakdown.shares().stream().filter(s -> values.contains(s.value())).toList();
    return new Share(
        "",
        counted.stream().mapToLong(Share::targets).sum(),
        counted.stream().mapToLong(Share::servers).sum());
  }

  String byTargets() {
    return Figures.percent(part.targets(), whole.targets());
  }

  String byServers() {
    return Figures.percent(part.servers(), whole.servers());
  }

  /** Whether servers have it too, not targets alone. */
  boolean isOfServers() {
    return whole.servers() > 0;
  }
}
