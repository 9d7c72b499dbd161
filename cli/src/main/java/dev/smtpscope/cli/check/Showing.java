package dev.smtpscope.cli.check;

import dev.smtpscope.cli.Complaint;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.option.JudgeFlags;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.cli.progress.Progress;
import dev.smtpscope.report.Report;

/** Shows reports as they come and works out how the command ends. Not for several threads. */
final class Showing {
  private final ReportOutput out;
  private final JudgeFlags judge;
  private final Progress progress;
  private final Complaint complaint;
  private int exitCode = ExitCode.FINE;

  Showing(ReportOutput out, JudgeFlags judge, Progress progress, Complaint complaint) {
    this.out = out;
    this.judge = judge;
    this.progress = progress;
    this.complaint = complaint;
  }

  void show(Report report) {
    progress.aside(() -> out.show(report));
    exitCode = Math.max(exitCode, judge.exitCode(report));
  }

  void failed(Throwable defect) {
    progress.aside(() -> complaint.aboutDefect(defect));
    exitCode = ExitCode.INTERNAL;
  }

  int exitCode() {
    return exitCode;
  }
}
