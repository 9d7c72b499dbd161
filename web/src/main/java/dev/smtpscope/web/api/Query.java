package dev.smtpscope.web.api;

import dev.smtpscope.web.check.BadRequestException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands in a request beside its body. */
final class Query {
  private Query() {}

  static Map<String, String> words(Map<String, List<String>> parameters)
      throws BadRequestException {
    Map<String, String> words = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
      if (parameter.getValue().size() != 1) {
        throw new BadRequestException(parameter.getKey(), "it is given more than once");
      }
      words.put(parameter.getKey(), parameter.getValue().getFirst());
    }
    return words;
  }

  /** The id of the last event that a client had; 0 where it had none, or says what is none. */
  static long eventId(Optional<String> header) {
    return header.filter(id -> id.matches("[0-9]{1,15}")).map(Long::parseLong).orElse(0L);
  }
}
