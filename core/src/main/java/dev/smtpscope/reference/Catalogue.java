package dev.smtpscope.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The entries of one resource file by their keys, in the file's order. */
record Catalogue<E extends Entry>(Map<String, E> byKey) {

  static <E extends Entry> Catalogue<E> load(String resource, Function<Block, E> reader) {
    Map<String, E> entries = new LinkedHashMap<>();
    for (Block block : Block.load(resource)) {
      if (entries.put(block.key(), reader.apply(block)) != null) {
        throw new IllegalStateException(block.key().concat(" stands twice"));
      }
    }
    return new Catalogue<>(Collections.unmodifiableMap(entries));
  }

  Optional<E> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  List<E> all() {
    return List.copyOf(byKey.values());
  }
}
