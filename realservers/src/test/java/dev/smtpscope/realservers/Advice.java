package dev.smtpscope.realservers;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.report.Report;
import java.util.List;
import java.util.Optional;

/** Configuration lines that findings advise, for their server to be started with. */
record Advice(List<Fix.Configuration> configurations) {
  static final Advice NONE = new Advice(List.of());

  /** All that a report advises. */
  static Advice of(Report report) {
    return new Advice(
        report.verdicts().findings().stream()
            .map(Finding::fix)
            .map(Fix::configuration)
            .flatMap(Optional::stream)
            .distinct()
            .toList());
  }

  /** Lines for a place, without comments; those that several findings advise once. */
  List<String> lines(String where) {
    return configurations.stream()
        .filter(configuration -> configuration.where().equals(where))
        .flatMap(configuration -> EximProofreader.forGnuTls(configuration.lines()).stream())
        .filter(line -> !line.startsWith("#"))
        .distinct()
        .toList();
  }

  /** Whether a line sets the parameter of this name. */
  boolean sets(String where, String name) {
    return lines(where).stream().anyMatch(line -> line.startsWith(name + " ="));
  }
}
