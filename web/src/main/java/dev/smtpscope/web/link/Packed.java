package dev.smtpscope.web.link;

import dev.smtpscope.json.InvalidReportException;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Report;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A report as it is stored: its JSON, compressed. */
final class Packed {
  private Packed() {}

  static byte[] of(Report report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      ReportJson.write(List.of(report), true, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Report open(byte[] packed, TrustAnchors anchors) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return ReportJson.read(in, anchors).getFirst().report();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidReportException e) {
      throw new IllegalStateException(e);
    }
  }
}
