package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line that tells how a scan stands, in plain ASCII. What matters most comes first. */
record StandingLine(Standing standing, double pace) {
  /** The whole line. */
  String text() {
    return String.join(", ", parts());
  }

  /** As much of it as fits into {@code width} columns, in whole parts. */
  String text(int width) {
    List<String> parts = parts();
    while (parts.size() > 1 && String.join(", ", parts).length() > width - 1) {
      parts.removeLast();
    }
    String text = String.join(", ", parts);
    return text.length() < width ? text : text.substring(0, width - 1);
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>();
    parts.add(share());
    parts.add(String.format(Locale.ROOT, pace < 10 ? "%.1f/s" : "%.0f/s", pace));
    standing.left().ifPresent(left -> parts.add(Words.duration(left) + " left"));
    parts.add(standing.inFlight() + " in flight");
    parts.add(standing.done(Outcome.FINE) + " fine");
    parts.add(standing.done(Outcome.FINDINGS) + " with findings");
    parts.add(standing.done(Outcome.NOT_TESTED) + " not tested");
    add(parts, standing.rejected(), "rejected");
    add(parts, standing.excluded(), "excluded");
    add(parts, standing.defects(), "lost to defects");
    return parts;
  }

  private String share() {
    long dealtWith = standing.taken() - standing.inFlight();
    return standing
        .expected()
        .map(all -> dealtWith + " of about " + Math.max(all, dealtWith) + " lines")
        .orElse(dealtWith + " lines");
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
