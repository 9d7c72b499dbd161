package dev.smtpscope.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One record of a resource file: {@code KEY Title}, then {@code field: value} lines. Blank lines
 * separate records, {@code #} begins a comment line, an indented line continues a value.
 *
 * <p>Plain loops throughout: this runs once at start-up, where each lambda costs more than the
 * work.
 */
record Block(String key, String title, Map<String, List<String>> fields) {

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  String one(String field) {
    return all(field).getFirst();
  }

  static List<Block> load(String resource) {
    return parse(read(resource));
  }

  static List<Block> parse(String text) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        flush(lines, blocks);
      } else if (line.startsWith(" ")) {
        lines.add(lines.removeLast().concat(" ").concat(line.strip()));
      } else if (!line.startsWith("#")) {
        lines.add(line);
      }
    }
    flush(lines, blocks);
    return blocks;
  }

  private static void flush(List<String> lines, List<Block> blocks) {
    if (!lines.isEmpty()) {
      blocks.add(of(lines));
      lines.clear();
    }
  }

  private static Block of(List<String> lines) {
    Map<String, List<String>> fields = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(": ");
      add(fields, line.substring(0, colon), line.substring(colon + 2));
    }
    String heading = lines.getFirst();
    int space = heading.indexOf(' ');
    return space < 0
        ? new Block(heading, heading, fields)
        : new Block(heading.substring(0, space), heading.substring(space + 1), fields);
  }

  private static void add(Map<String, List<String>> fields, String field, String value) {
    List<String> values = fields.get(field);
    if (values == null) {
      values = new ArrayList<>(1);
      fields.put(field, values);
    }
    values.add(value);
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Block.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
