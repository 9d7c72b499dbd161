package dev.smtpscope.render.html;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.render.outline.Figures;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.render.outline.Remarks;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The head of a report: what it comes to. */
record VerdictView(
    Mark mark,
    String word,
    String sentence,
    List<Count> counts,
    String tested,
    List<String> remarks) {
  private static final int LONG = 80;

  /** How many findings there are of a severity. */
  record Count(Mark mark, String words) {}

  static VerdictView of(Report report, Summary summary) {
    return new VerdictView(
        Mark.of(summary),
        word(summary),
        summary.sentence(),
        counts(summary),
        tested(report.facts()),
        Remarks.of(report.facts()));
  }

  private static String word(Summary summary) {
    return switch (summary.outcome()) {
      case FINE -> "Works";
      case FINDINGS -> "Needs attention";
      case NOT_TESTED -> "Not tested";
    };
  }

  /** What to say where there is no finding: silence about what was not tested is no praise. */
  String nothing() {
    return mark == Mark.OPEN
        ? "No finding, as nothing could be judged."
        : "Nothing was found to mend.";
  }

  /** Whether the sentence is too long for the largest type. */
  boolean isLong() {
    return sentence.length() > LONG;
  }

  private static List<Count> counts(Summary summary) {
    return summary.counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
        .map(e -> new Count(Mark.of(e.getKey()), words(e.getKey(), e.getValue())))
        .toList();
  }

  private static String words(Severity severity, long count) {
    return severity == Severity.INFO
        ? count + " for information"
        : Words.count(count, severity.id());
  }

  private static String tested(Facts facts) {
    String addresses = facts.route().isDomain() ? "" : addresses(facts.hosts().getFirst().lookup());
    return "Tested " + Figures.dateTime(facts.observedAt()) + addresses + ".";
  }

  private static String addresses(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found(var addresses, var elapsed) ->
          "; the name stands for "
              + addresses.stream().map(Addresses::text).collect(Collectors.joining(", "))
              + " (looked up in "
              + Words.duration(elapsed)
              + ")";
      case Lookup.Literal _ -> "";
      case Lookup.NotFound(var detail, var elapsed) -> "; name look-up: " + detail;
      case Lookup.Failed(var detail, var elapsed) -> "; name look-up failed: " + detail;
    };
  }
}
