package dev.smtpscope.reference.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A table of tab-separated fields, the first of them a code in hexadecimal. */
final class Table {
  private Table() {}

  /** The rows in ascending order of their codes. */
  static <T> Map<Integer, T> load(String resource, BiFunction<Integer, List<String>, T> row) {
    Map<Integer, T> rows = new TreeMap<>();
    for (List<String> fields : rows(resource)) {
      int code = HexFormat.fromHexDigits(fields.getFirst());
      rows.put(code, row.apply(code, fields));
    }
    return rows;
  }

  static List<List<String>> rows(String resource) {
    InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      return lines.lines().map(line -> List.of(line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands for the name of a code that is not registered. */
  static String unnamed(int code) {
    return "0x" + HexFormat.of().withUpperCase().toHexDigits((short) code);
  }
}
