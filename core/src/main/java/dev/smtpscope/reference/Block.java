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
    for (String line : (text + "\n\n").split("\n", -1)) {
      if (line.isBlank()) {
        flush(lines, blocks);
      } else if (line.startsWith(" ")) {
        lines.add(lines.removeLast() + " " + line.strip());
      } else if (!line.startsWith("#")) {
        lines.add(line);
      }
    }
    return List.copyOf(blocks);
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
      fields
          .computeIfAbsent(line.substring(0, colon), field -> new ArrayList<>())
          .add(line.substring(colon + 2));
    }
    String[] heading = lines.getFirst().split(" ", 2);
    return new Block(heading[0], heading.length > 1 ? heading[1] : heading[0], fields);
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Block.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
