package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.render.outline.Ehlo;
import java.util.List;
import java.util.Optional;

/**
 * The capabilities of some endpoints.
 *
 * @param both whether both columns are known
 */
record CapabilityView(List<String> where, String title, boolean both, List<Row> rows, int more) {
  private static final int MOST = 200;

  /** One capability; {@code parameters} begin with a space where there are any. */
  record Row(
      Piece keyword, String parameters, boolean beforeTls, boolean insideTls, String meaning) {}

  static List<CapabilityView> of(List<EndpointFacts> endpoints, Links links) {
    return Shared.of(endpoints, e -> Optional.of(Ehlo.of(e)).filter(l -> !l.lines().isEmpty()))
        .stream()
        .map(ehlo -> of(ehlo, links))
        .toList();
  }

  private static CapabilityView of(Shared<Ehlo> shared, Links links) {
    List<Ehlo.Line> lines = shared.value().lines();
    return new CapabilityView(
        shared.where(),
        shared.value().title(),
        shared.value().both(),
        lines.stream().limit(MOST).map(line -> row(line, links)).toList(),
        Math.max(0, lines.size() - MOST));
  }

  private static Row row(Ehlo.Line line, Links links) {
    String word = line.text().split("[\\s=]", 2)[0];
    return new Row(
        Piece.of(word, new Term.OfKeyword(word), links),
        line.text().substring(word.length()),
        line.beforeTls(),
        line.insideTls(),
        line.keyword().summary());
  }
}
