package dev.smtpscope.bulk.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The cells of one column, up to the next row group. */
final class ColumnBuffer {
  private final ParquetType type;
  private final Bits present = new Bits();
  private final Bits flags = new Bits();
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();

  ColumnBuffer(ParquetType type) {
    this.type = type;
  }

  /**
   * @throws ClassCastException when {@code cell} is not of the column's type
   */
  void add(Optional<?> cell) {
    present.add(cell.isPresent());
    cell.ifPresent(this::plain);
  }

  int cells() {
    return present.size();
  }

  int octets() {
    return values.size();
  }

  /** Which cells hold a value, then the values in the encoding {@code PLAIN}. */
  byte[] page() {
    ByteArrayOutputStream page = new ByteArrayOutputStream(values.size() + present.size());
    page.writeBytes(present.levels());
    page.writeBytes(type == ParquetType.BOOLEAN ? flags.packed() : values.toByteArray());
    return page.toByteArray();
  }

  private void plain(Object value) {
    switch (type) {
      case BOOLEAN -> flags.add((Boolean) value);
      case INTEGER -> LittleEndian.write64((Long) value, values);
      case DOUBLE -> LittleEndian.write64(Double.doubleToLongBits((Double) value), values);
      case TEXT -> text((String) value);
      case TIME ->
          LittleEndian.write64(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value), values);
    }
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    LittleEndian.write32(bytes.length, values);
    values.writeBytes(bytes);
  }
}
