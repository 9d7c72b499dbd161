package dev.smtpscope.reference;

import dev.smtpscope.reference.Phrase.Span;
import java.util.ArrayList;
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

  /** All rules, those to be tried first at the front. */
  static List<WordingRule> all() {
    List<WordingRule> rules = new ArrayList<>(512);
    for (RejectionCause cause : RejectionCause.values()) {
      for (String word : cause.words()) {
        rules.add(of(cause, word));
      }
    }
    return rules;
  }

  /** Where the words stand in {@code text}, which is in lower case, if the rule applies to it. */
  Optional<Span> match(int code, Optional<String> enhanced, String text) {
    return appliesTo(code, enhanced) ? phrase.in(text) : Optional.empty();
  }

  private boolean appliesTo(int code, Optional<String> enhanced) {
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
