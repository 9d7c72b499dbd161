package dev.smtpscope.bulk.compare;

import dev.smtpscope.bulk.summary.ScanSummary;
import dev.smtpscope.json.RecordJson;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/** A comparison as one JSON document: before, after, changes one a line, totals. */
public final class JsonChanges implements ChangeSink {
  /** What the field {@code format} says. */
  public static final String FORMAT = "smtpscope-scan-comparison";

  /** The version of the shape. */
  public static final int SCHEMA = 1;

  private record Side(String folder, Instant began, Instant ended, long targets, long servers) {
    static Side of(Results results) {
      ScanSummary summary = results.summary();
      return new Side(
          results.folder().toString(),
          summary.about().began(),
          summary.about().ended(),
          summary.targets(),
          summary.servers());
    }
  }

  private final Writer out;
  private String separator = "\n";

  /** Begins the document; {@code out} is left open. */
  public JsonChanges(Results before, Results after, Writer out) throws IOException {
    this.out = out;
    out.write("{\"format\":\"" + FORMAT + "\",\"schema\":" + SCHEMA);
    out.write(",\n\"before\":" + RecordJson.write(Side.of(before)));
    out.write(",\n\"after\":" + RecordJson.write(Side.of(after)));
    out.write(",\n\"changes\":[");
  }

  @Override
  public void change(Change change) throws IOException {
    out.write(separator + RecordJson.write(change));
    separator = ",\n";
  }

  @Override
  public void end(Totals totals) throws IOException {
    out.write("\n],\n\"totals\":" + RecordJson.write(totals) + "}\n");
    out.flush();
  }
}
