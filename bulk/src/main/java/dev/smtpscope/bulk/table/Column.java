package dev.smtpscope.bulk.table;

import dev.smtpscope.bulk.parquet.ParquetType;
import dev.smtpscope.bulk.row.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param value of the type that {@code type} names; empty where there is none
 */
public record Column<T>(String name, ParquetType type, Function<T, Optional<?>> value) {
  static <T> Column<T> text(String name, Function<T, String> value) {
    return maybeText(name, row -> Optional.of(value.apply(row)));
  }

  static <T> Column<T> maybeText(String name, Function<T, Optional<String>> value) {
    return new Column<>(name, ParquetType.TEXT, value::apply);
  }

  static <T> Column<T> word(String name, Function<T, Enum<?>> value) {
    return text(name, row -> Ids.of(value.apply(row)));
  }

  static <T> Column<T> maybeWord(String name, Function<T, Optional<? extends Enum<?>>> value) {
    return maybeText(name, row -> value.apply(row).map(Ids::of));
  }

  static <T> Column<T> number(String name, Function<T, Integer> value) {
    return maybeNumber(name, row -> Optional.of(value.apply(row)));
  }

  static <T> Column<T> maybeNumber(String name, Function<T, Optional<Integer>> value) {
    return new Column<>(name, ParquetType.INTEGER, row -> value.apply(row).map(Integer::longValue));
  }

  static <T> Column<T> maybeFlag(String name, Function<T, Optional<Boolean>> value) {
    return new Column<>(name, ParquetType.BOOLEAN, value::apply);
  }

  static <T> Column<T> maybeTime(String name, Function<T, Optional<Instant>> value) {
    return new Column<>(name, ParquetType.TIME, value::apply);
  }

  /** A length of time in milliseconds, with microseconds as decimals. */
  static <T> Column<T> maybeMillis(String name, Function<T, Optional<Duration>> value) {
    return new Column<>(
        name, ParquetType.DOUBLE, row -> value.apply(row).map(Column::milliseconds));
  }

  private static Double milliseconds(Duration length) {
    return Math.floorDiv(length.toNanos(), 1000) / 1000.0;
  }
}
