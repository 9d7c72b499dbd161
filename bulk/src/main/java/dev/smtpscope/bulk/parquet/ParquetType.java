package dev.smtpscope.bulk.parquet;

/** The types of columns, each with its physical type and what readers take it for. */
public enum ParquetType {
  /** {@link Boolean}. */
  BOOLEAN(0),
  /** {@link Long}, 64 bits. */
  INTEGER(2),
  /** {@link Double}. */
  DOUBLE(5),
  /** {@link String}, in UTF-8. */
  TEXT(6),
  /** {@link java.time.Instant}, microseconds in UTC. */
  TIME(2);

  private final int physical;

  ParquetType(int physical) {
    this.physical = physical;
  }

  /** Its number in the format's {@code Type}. */
  int physical() {
    return physical;
  }
}
