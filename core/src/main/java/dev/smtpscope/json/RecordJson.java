package dev.smtpscope.json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/**
 * Records of any kind as JSON, in the manner of reports: sealed variants by the field {@code type},
 * durations as {@code …Seconds}, constants in lower case, nothing for what is absent. Stateless;
 * safe for all threads.
 */
public final class RecordJson {
  private RecordJson() {}

  /** Writes {@code value} on one line, without a line's end. */
  public static String write(Record value) {
    return Mapping.compactWriter().writeValueAsString(value);
  }

  /** Writes {@code value} over several lines for people, without a line's end at the last. */
  public static String indented(Record value) {
    return Mapping.writer().writeValueAsString(value);
  }

  /**
   * Reads one record. A field that the record does not have is an error, so that a slip of the pen
   * does not pass for a default.
   */
  public static <T extends Record> T read(byte[] json, Class<T> type) throws InvalidJsonException {
    try {
      return Mapping.reader(type)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(json);
    } catch (JacksonException e) {
      throw new InvalidJsonException(Complaint.field(e), Complaint.about(e));
    }
  }
}
