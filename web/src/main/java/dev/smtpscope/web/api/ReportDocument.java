package dev.smtpscope.web.api;

import dev.smtpscope.json.ReportJson;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A report as the command line writes it. */
final class ReportDocument {
  private ReportDocument() {}

  static String of(Report report) {
    StringBuilder out = new StringBuilder();
    try {
      ReportJson.write(List.of(report), true, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
