package dev.smtpscope.bulk.summary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the share of targets with some quality moved between two scans.
 *
 * @param before in percent
 * @param after in percent
 */
public record Trend(String name, double before, double after) {
  /** What stands over the columns of {@link #line}. */
  public static final String HEADING =
      String.format(
          Locale.ROOT, "%-32s %10s %10s %7s", "Of the targets", "before", "after", "change");

  /** The outcomes and key figures that both scans know. */
  public static List<Trend> between(ScanSummary before, ScanSummary after) {
    Stream<Trend> outcome =
        Stream.of("fine", "findings", "not-tested")
            .map(value ->
                new Trend(value.replace('-', ' '), outcome(before, value), outcome(after, value)));
    Stream<Trend> figures =
        KeyFigure.of(before).stream().flatMap(figure -> follow(figure, after).stream());
    return Stream.concat(outcome, figures).toList();
  }

  /** A line of a table 60 columns wide. */
  public String line() {
    return String.format(
        Locale.ROOT, "%-32s %8.1f %% %8.1f %% %+7.1f", name, before, after, after - before);
  }

  private static Optional<Trend> follow(KeyFigure then, ScanSummary after) {
    return KeyFigure.of(after).stream()
        .filter(now -> now.name().equals(then.name()))
        .map(now -> new Trend(then.name(), percent(then), percent(now)))
        .findFirst();
  }

  private static double percent(KeyFigure figure) {
    return percent(figure.part().targets(), figure.whole().targets());
  }

  private static double outcome(ScanSummary summary, String value) {
    return summary
        .breakdown("outcome")
        .map(b ->
            percent(
                b.shares().stream()
                    .filter(s -> s.value().equals(value))
                    .mapToLong(Share::targets)
                    .sum(),
                b.targets()))
        .orElse(0.0);
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
