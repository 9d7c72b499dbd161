package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something that was the same on several endpoints, told once. */
record Shared<T>(List<String> where, T value) {
  static <T> List<Shared<T>> of(
      List<EndpointFacts> endpoints, Function<EndpointFacts, Optional<T>> what) {
    Map<T, List<String>> groups = new LinkedHashMap<>();
    for (EndpointFacts endpoint : endpoints) {
      what.apply(endpoint)
          .ifPresent(value ->
              groups
                  .computeIfAbsent(value, same -> new ArrayList<>())
                  .add(endpoint.endpoint().toString()));
    }
    return groups.entrySet().stream().map(e -> new Shared<>(e.getValue(), e.getKey())).toList();
  }
}
