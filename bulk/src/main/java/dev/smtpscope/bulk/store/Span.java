package dev.smtpscope.bulk.store;

import java.util.HexFormat;

/**
 * How far a file has come by a batch.
 *
 * @param end the file's length in octets after it
 * @param checksum CRC-32C of the batch's octets
 */
record Span(long end, int checksum) {
  static final Span NONE = new Span(0, 0);

  static Span of(String text) {
    int colon = text.indexOf(':');
    return new Span(
        Long.parseLong(text, 0, colon, 10),
        HexFormat.fromHexDigits(text, colon + 1, text.length()));
  }

  @Override
  public String toString() {
    return end + ":" + HexFormat.of().toHexDigits(checksum);
  }
}
