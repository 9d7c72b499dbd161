package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.input.Fingerprint;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How a row is kept: the target's fingerprint, its line in the input, the row as JSON. */
final class RowLine {
  private static final int FINGERPRINT = 16;

  private RowLine() {}

  static byte[] of(Finished finished) {
    String line =
        HexFormat.of().toHexDigits(Fingerprint.of(finished.target()))
            + " "
            + finished.line()
            + " "
            + RecordJson.write(finished.row())
            + "\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }

  static long fingerprint(String line) {
    return HexFormat.fromHexDigitsToLong(line, 0, FINGERPRINT);
  }

  static TargetRow row(String line) throws InvalidJsonException {
    int json = line.indexOf(' ', FINGERPRINT + 1) + 1;
    return RecordJson.read(line.substring(json).getBytes(StandardCharsets.UTF_8), TargetRow.class);
  }
}
