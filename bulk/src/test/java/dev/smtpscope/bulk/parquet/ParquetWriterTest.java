package dev.smtpscope.bulk.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import blue.strategic.parquet.ParquetReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is written against the reader of the format's reference implementation. */
class ParquetWriterTest {
  private static final List<ParquetType> TYPES = List.of(ParquetType.values());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 100, 1023, 5000})
  void isReadBackByAnother(int rows) throws Exception {
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed * 10_000L + rows);
      List<ParquetColumn> columns = columns(random);
      List<List<Optional<Object>>> table =
          IntStream.range(0, rows).mapToObj(_ -> row(columns, random)).toList();
      assertThat(PlainRows.of(write(columns, table)))
          .isEqualTo(table.stream().map(r -> plain(columns, r)).toList());
    }
  }

  @Test
  void startsNewRowGroups() throws Exception {
    List<ParquetColumn> columns = List.of(new ParquetColumn("n", ParquetType.INTEGER));
    List<List<Optional<Object>>> table =
        IntStream.range(0, 250_001)
            .mapToObj(
                n -> List.of(n % 3 == 0 ? Optional.<Object>empty() : Optional.<Object>of((long) n)))
            .toList();
    Path file = write(columns, table);
    assertThat(
            ParquetReader.readMetadata(file.toFile()).getBlocks().stream()
                .map(b -> b.getRowCount()))
        .containsExactly(100_000L, 100_000L, 50_001L);
    assertThat(PlainRows.of(file)).isEqualTo(table.stream().map(r -> plain(columns, r)).toList());
  }

  @Test
  void namesItsMaker() throws Exception {
    Path file = write(List.of(new ParquetColumn("a", ParquetType.TEXT)), List.of());
    var meta = ParquetReader.readMetadata(file.toFile()).getFileMetaData();
    assertThat(meta.getCreatedBy()).isEqualTo("a test");
    assertThat(meta.getKeyValueMetaData()).containsEntry("key", "value");
    assertThat(meta.getSchema().toString()).contains("optional binary a (STRING)");
  }

  @Test
  void refusesRowsOfAnotherWidth() throws Exception {
    try (ParquetWriter writer =
        new ParquetWriter(
            new ByteArrayOutputStream(),
            "a test",
            Map.of(),
            List.of(new ParquetColumn("a", ParquetType.TEXT)))) {
      assertThatThrownBy(() -> writer.write(List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Path write(List<ParquetColumn> columns, List<List<Optional<Object>>> table)
      throws IOException {
    Path file = Files.createTempFile(folder, "table", ".parquet");
    try (ParquetWriter writer =
        new ParquetWriter(Files.newOutputStream(file), "a test", Map.of("key", "value"), columns)) {
      for (List<Optional<Object>> row : table) {
        writer.write(row);
      }
    }
    return file;
  }

  private static List<ParquetColumn> columns(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(20))
        .mapToObj(i -> new ParquetColumn("c" + i, TYPES.get(random.nextInt(TYPES.size()))))
        .toList();
  }

  private static List<Optional<Object>> row(List<ParquetColumn> columns, Random random) {
    List<Optional<Object>> row = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      boolean empty = i % 3 == 1 || (i % 3 == 2 && random.nextBoolean());
      row.add(empty ? Optional.empty() : Optional.of(value(columns.get(i).type(), random)));
    }
    return row;
  }

  private static Object value(ParquetType type, Random random) {
    return switch (type) {
      case BOOLEAN -> random.nextBoolean();
      case INTEGER -> random.nextLong() >> random.nextInt(64);
      case DOUBLE -> random.nextGaussian();
      case TEXT -> text(random);
      case TIME -> Instant.EPOCH.plus(random.nextLong() >> 12, ChronoUnit.MICROS);
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random
        .ints(random.nextInt(30), 0, 0x2ffff)
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /** What a reader that knows only physical types makes of a row. */
  private static Map<String, Object> plain(
      List<ParquetColumn> columns, List<Optional<Object>> row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      row.get(i).ifPresent(value -> plain.put(name, physical(value)));
    }
    return plain;
  }

  private static Object physical(Object value) {
    return value instanceof Instant time ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : value;
  }
}
