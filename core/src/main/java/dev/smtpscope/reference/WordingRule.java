package dev.smtpscope.reference;

import java.util.List;
import java.util.Optional;

/**
 * A wording and the replies in which it counts.
 *
 * @param conditions reply classes, reply codes or enhanced codes, one of which has to hold; may be
 *     empty
 */
record WordingRule(RejectionCause cause, List<String> conditions, Phrase phrase) {

  static WordingRule of(RejectionCause cause, String line) {
    if (!line.startsWith("[")) {
      return new WordingRule(cause, List.of(), Phrase.of(line));
    }
    int close = line.indexOf("] ");
    List<String> conditions = List.of(line.substring(1, close).split(" "));
    return new WordingRule(cause, conditions, Phrase.of(line.substring(close + 2)));
  }

  boolean appliesTo(int code, Optional<String> enhanced) {
    return conditions.isEmpty() || conditions.stream().anyMatch(c -> holds(c, code, enhanced));
  }

  private static boolean holds(String condition, int code, Optional<String> enhanced) {
    if (condition.startsWith("x.")) {
      return enhanced.filter(e -> e.endsWith(condition.substring(1))).isPresent();
    }
    return condition.contains(".")
        ? enhanced.filter(condition::equals).isPresent()
        : Integer.toString(code).startsWith(condition);
  }
}
