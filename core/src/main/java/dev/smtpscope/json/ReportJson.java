package dev.smtpscope.json;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;

/**
 * The JSON form of reports, described in docs/json.md: facts, rules and what was concluded. Facts
 * and rules are read back exactly; conclusions are for other programs and are made anew when read.
 * Stateless; safe for all threads.
 */
public final class ReportJson {
  /** What the field {@code format} says. */
  public static final String FORMAT = "smtpscope-report";

  /** The version of the shape that is written, and the newest that can be read. */
  public static final int SCHEMA = 2;

  /** The largest file that is read, in octets. */
  public static final int MAX_SIZE = 64 * 1024 * 1024;

  private ReportJson() {}

  /**
   * Writes one document with all reports and a final newline.
   *
   * @param unicode whether to write every character as it is; otherwise ASCII with escapes
   */
  public static void write(List<Report> reports, boolean unicode, Appendable out)
      throws IOException {
    ObjectWriter writer = Mapping.writer();
    try {
      ObjectWriter fitting = unicode ? writer : writer.with(JsonWriteFeature.ESCAPE_NON_ASCII);
      out.append(fitting.writeValueAsString(DocumentView.of(reports))).append('\n');
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }

  /**
   * The document of one report on a single line, as files of many reports hold it: UTF-8 without
   * the line's end.
   */
  public static byte[] line(Report report) {
    return Mapping.compactWriter().writeValueAsBytes(DocumentView.of(List.of(report)));
  }

  /**
   * Reads what {@link #write} or {@link #line} wrote. The stream is left open.
   *
   * @param platform the anchors for reports that were judged by the platform's trust store
   */
  public static List<SavedReport> read(InputStream in, TrustAnchors platform)
      throws IOException, InvalidReportException {
    byte[] bytes = in.readNBytes(MAX_SIZE + 1);
    if (bytes.length > MAX_SIZE) {
      throw new InvalidReportException("the file is larger than 64 MiB; no report is that large");
    }
    try {
      Mapping.reader(Header.class).<Header>readValue(bytes).check();
      Saved saved = Mapping.reader(Saved.class).readValue(bytes);
      return reports(saved, platform);
    } catch (JacksonException e) {
      throw new InvalidReportException(Complaint.about(e));
    }
  }

  private static List<SavedReport> reports(Saved saved, TrustAnchors platform) {
    List<SavedReport> reports = new ArrayList<>();
    for (Saved.One one : saved.reports()) {
      reports.add(new SavedReport(one.facts(), one.rules().ruleset(platform)));
    }
    return reports;
  }
}
