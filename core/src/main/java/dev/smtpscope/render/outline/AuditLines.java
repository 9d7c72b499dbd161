package dev.smtpscope.render.outline;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.judge.AuditInsight;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.audit.Grade;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.Openness;
import dev.smtpscope.judge.audit.SuiteClass;
import dev.smtpscope.judge.guideline.GuidelineVerdict;
import dev.smtpscope.report.Report;
import dev.smtpscope.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** TLS audits in a line each. */
public final class AuditLines {
  private AuditLines() {}

  /** One row for each endpoint that was audited; empty where none was. */
  static Optional<Block> table(Report report) {
    List<Block.Row> rows =
        report.facts().endpoints().stream().flatMap(e -> row(report, e).stream()).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Table(List.of("TLS audit of", "Effort", "Found"), rows));
  }

  private static Optional<Block.Row> row(Report report, EndpointFacts endpoint) {
    return Offering.of(endpoint)
        .map(offering ->
            new Block.Row(
                Mark.NONE,
                List.of(
                    endpoint.endpoint().toString(),
                    effort(offering.audit()),
                    found(offering, insight(report, endpoint)))));
  }

  /** What was concluded about {@code endpoint} from its audit. */
  public static Optional<AuditInsight> insight(Report report, EndpointFacts endpoint) {
    return report.verdicts().insight(endpoint.endpoint()).flatMap(EndpointInsight::audit);
  }

  /** Such as {@code quick, 7 connections, 1.20 s}. */
  public static String effort(TlsAudit audit) {
    return audit.depth().name().toLowerCase(Locale.ROOT)
        + ", "
        + Words.count(audit.connections(), "connection")
        + ", "
        + Figures.seconds(audit.elapsed())
        + (audit.completion() instanceof Completion.Partial ? ", ended early" : "");
  }

  /** What is spoken and what of it is weak. */
  public static String found(Offering offering, Optional<AuditInsight> insight) {
    List<String> spoken = offering.spoken().reversed().stream().map(TlsVersion::label).toList();
    List<String> weak = weak(offering, insight);
    return String.join(
        "; ",
        Stream.of(
                Stream.of(spoken.isEmpty() ? "no version is known" : Words.list(spoken)),
                Stream.of(weak.isEmpty() ? "nothing weak seen" : "weak: " + Words.list(weak)),
                insight.stream().flatMap(i -> i.guidelines().stream()).map(AuditLines::guideline),
                insight.map(AuditInsight::grade).flatMap(Grade::letter).stream()
                    .map(letter -> "grade " + letter))
            .flatMap(parts -> parts)
            .toList());
  }

  private static String guideline(GuidelineVerdict verdict) {
    return verdict.name() + " " + verdict.verdict();
  }

  private static List<String> weak(Offering offering, Optional<AuditInsight> insight) {
    Stream<String> versions =
        offering.spoken().stream()
            .filter(v -> v.compareTo(TlsVersion.TLS_1_2) < 0)
            .map(TlsVersion::label);
    Stream<String> suites =
        Arrays.stream(SuiteClass.values())
            .filter(kind -> !offering.accepted(kind).isEmpty())
            .map(kind -> "suites " + kind.label());
    Stream<String> faults =
        insight.stream()
            .flatMap(i -> i.attacks().stream())
            .filter(o -> o.attack().isFault() && o.trait().isYes())
            .map(Openness::attack)
            .map(attack -> attack.label());
    return Stream.of(versions, suites, faults).flatMap(part -> part).toList();
  }
}
