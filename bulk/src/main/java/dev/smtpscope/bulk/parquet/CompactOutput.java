package dev.smtpscope.bulk.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Thrift's compact protocol, as far as Parquet's headers need it. One instance writes the fields of
 * one struct in the order of their numbers.
 */
final class CompactOutput {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream out;
  private int last;

  private CompactOutput(ByteArrayOutputStream out) {
    this.out = out;
  }

  /** The octets of a struct that {@code fields} writes. */
  static byte[] struct(Consumer<CompactOutput> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    nested(out, fields);
    return out.toByteArray();
  }

  CompactOutput flag(int field, boolean value) {
    header(field, value ? TRUE : FALSE);
    return this;
  }

  CompactOutput i32(int field, int value) {
    header(field, I32);
    zigzag(value);
    return this;
  }

  CompactOutput i64(int field, long value) {
    header(field, I64);
    zigzag(value);
    return this;
  }

  CompactOutput text(int field, String value) {
    header(field, BINARY);
    binary(value);
    return this;
  }

  CompactOutput struct(int field, Consumer<CompactOutput> fields) {
    header(field, STRUCT);
    nested(out, fields);
    return this;
  }

  CompactOutput numbers(int field, List<Integer> values) {
    list(field, I32, values.size());
    values.forEach(value -> zigzag(value));
    return this;
  }

  CompactOutput texts(int field, List<String> values) {
    list(field, BINARY, values.size());
    values.forEach(this::binary);
    return this;
  }

  <T> CompactOutput structs(int field, List<T> values, BiConsumer<CompactOutput, T> fields) {
    list(field, STRUCT, values.size());
    values.forEach(value -> nested(out, inner -> fields.accept(inner, value)));
    return this;
  }

  private static void nested(ByteArrayOutputStream out, Consumer<CompactOutput> fields) {
    fields.accept(new CompactOutput(out));
    out.write(0);
  }

  private void header(int field, int type) {
    int delta = field - last;
    if (delta < 1 || delta > 15) {
      throw new IllegalArgumentException("field " + field + " after " + last);
    }
    out.write(delta << 4 | type);
    last = field;
  }

  private void list(int field, int type, int size) {
    header(field, LIST);
    if (size < 15) {
      out.write(size << 4 | type);
    } else {
      out.write(0xf0 | type);
      varint(size);
    }
  }

  private void binary(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  private void varint(long value) {
    Varint.write(value, out);
  }
}
