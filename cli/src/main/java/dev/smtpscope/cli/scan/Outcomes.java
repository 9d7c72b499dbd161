package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scan came to, in a few lines at its end.
 *
 * @param why it ended before the list's end
 */
record Outcomes(Standing standing, Optional<String> why) {
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.count(standing.done(), "target")
            + " tested in "
            + Words.duration(standing.elapsed())
            + ": "
            + standing.done(Outcome.FINE)
            + " fine, "
            + standing.done(Outcome.FINDINGS)
            + " with findings, "
            + standing.done(Outcome.NOT_TESTED)
            + " could not be tested.");
    add(lines, standing.before(), "had results from an earlier run");
    add(lines, standing.repeated(), "stood in the list more than once");
    add(lines, standing.rejected(), "named no target: see rejected.csv");
    add(lines, standing.excluded(), "left alone by the exclusion list: see rejected.csv");
    add(lines, standing.defects(), "lost to a defect of smtpscope: see rejected.csv");
    add(lines, standing.stopped(), "cut short");
    lines.add(
        Words.count(standing.probes().made(), "connection")
            + "; results shared "
            + Words.count(standing.probes().shared(), "time")
            + ".");
    add(lines, standing.probes().unclear(), "looks taken again: this machine was late itself");
    why.ifPresent(reason -> lines.add("Not complete: " + reason + ". Go on with --resume."));
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, long count, String what) {
    if (count > 0) {
      lines.add("  " + count + " " + what);
    }
  }
}
