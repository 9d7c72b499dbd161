package dev.smtpscope.bulk.row;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * That a finding was made, without its words.
 *
 * @param id of the finding, such as {@code certificate-expired}
 */
public record Noted(String id, Severity severity) {
  /** Each id once, with its worst severity, in the order of the ids. */
  static List<Noted> of(Stream<Finding> findings) {
    TreeMap<String, Severity> worst = new TreeMap<>();
    findings.forEach(f -> worst.merge(f.id(), f.severity(), Noted::worse));
    return worst.entrySet().stream().map(e -> new Noted(e.getKey(), e.getValue())).toList();
  }

  /** The mildest first. */
  static Comparator<Noted> bySeverity() {
    return Comparator.comparing(Noted::severity);
  }

  private static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
