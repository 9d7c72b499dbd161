package dev.smtpscope.bulk.parquet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The structs of the format, by the numbers of its Thrift definition. */
final class Headers {
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int ZSTD = 6;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int TIMESTAMP_MICROS = 10;

  private Headers() {}

  /** PageHeader of a data page of version 1. */
  static byte[] page(int cells, int raw, int stored, int crc) {
    return CompactOutput.struct(header ->
        header
            .i32(1, 0)
            .i32(2, raw)
            .i32(3, stored)
            .i32(4, crc)
            .struct(5, data -> data.i32(1, cells).i32(2, PLAIN).i32(3, RLE).i32(4, RLE)));
  }

  /** FileMetaData. */
  static byte[] file(
      String creator,
      Map<String, String> notes,
      List<ParquetColumn> columns,
      List<RowGroup> groups) {
    return CompactOutput.struct(file ->
        file.i32(1, 1)
            .structs(2, elements(columns), (out, element) -> element(out, element, columns.size()))
            .i64(3, groups.stream().mapToLong(RowGroup::rows).sum())
            .structs(4, groups, Headers::group)
            .structs(5, List.copyOf(notes.entrySet()), Headers::note)
            .text(6, creator));
  }

  /** The root, which has no column, and the columns. */
  private static List<Optional<ParquetColumn>> elements(List<ParquetColumn> columns) {
    return Stream.concat(
            Stream.of(Optional.<ParquetColumn>empty()), columns.stream().map(Optional::of))
        .toList();
  }

  private static void element(CompactOutput out, Optional<ParquetColumn> element, int columns) {
    element.ifPresentOrElse(
        column -> leaf(out, column), () -> out.text(4, "schema").i32(5, columns));
  }

  private static void leaf(CompactOutput out, ParquetColumn column) {
    out.i32(1, column.type().physical()).i32(3, OPTIONAL).text(4, column.name());
    switch (column.type()) {
      case TEXT -> out.i32(6, UTF8).struct(10, logical -> logical.struct(1, string -> {}));
      case TIME -> out.i32(6, TIMESTAMP_MICROS).struct(10, Headers::micros);
      case BOOLEAN, INTEGER, DOUBLE -> {}
    }
  }

  private static void micros(CompactOutput logical) {
    logical.struct(
        8, timestamp -> timestamp.flag(1, true).struct(2, unit -> unit.struct(2, micros -> {})));
  }

  private static void group(CompactOutput out, RowGroup group) {
    out.structs(1, group.chunks(), Headers::chunk)
        .i64(2, group.raw())
        .i64(3, group.rows())
        .i64(5, group.chunks().getFirst().offset())
        .i64(6, group.stored());
  }

  private static void chunk(CompactOutput out, Chunk chunk) {
    out.i64(2, chunk.offset()).struct(3, meta -> meta(meta, chunk));
  }

  private static void meta(CompactOutput out, Chunk chunk) {
    out.i32(1, chunk.column().type().physical())
        .numbers(2, List.of(PLAIN, RLE))
        .texts(3, List.of(chunk.column().name()))
        .i32(4, ZSTD)
        .i64(5, chunk.cells())
        .i64(6, chunk.raw())
        .i64(7, chunk.stored())
        .i64(9, chunk.offset());
  }

  private static void note(CompactOutput out, Map.Entry<String, String> note) {
    out.text(1, note.getKey()).text(2, note.getValue());
  }
}
