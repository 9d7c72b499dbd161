package dev.smtpscope.web.page;

import dev.smtpscope.render.outline.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form and what is wrong with it.
 *
 * @param words what the visitor wrote, by field
 * @param notice what stands above the form
 * @param problem what is wrong with one field
 */
record HomeView(Map<String, String> words, Optional<Notice> notice, Optional<Problem> problem) {
  /** The fields of the form. */
  static final List<String> FIELDS =
      List.of("target", "ports", "as", "family", "role", "tls", "profile", "name", "timeout");

  private static final List<String> EVERYDAY = List.of("target", "ports");

  /** A line above the form. */
  record Notice(Mark mark, String title, String text) {}

  /** What is wrong with a field. */
  record Problem(String field, String text) {}

  /** A choice of a list. */
  record Choice(String value, String label) {}

  static final List<Choice> FAMILIES =
      List.of(
          new Choice("", "IPv4 and IPv6"),
          new Choice("4", "IPv4 only"),
          new Choice("6", "IPv6 only"));

  static final List<Choice> MEANINGS =
      List.of(
          new Choice("", "a domain if it has MX records"),
          new Choice("domain", "a mail domain"),
          new Choice("host", "a mail server"));

  static final List<Choice> ROLES =
      List.of(
          new Choice("", "as the port suggests"),
          new Choice("mx", "mail between servers (MX)"),
          new Choice("submission", "mail from users, STARTTLS"),
          new Choice("submissions", "mail from users, implicit TLS"),
          new Choice("alternate", "alternate submission"));

  static final List<Choice> TLS =
      List.of(
          new Choice("", "as the port suggests"),
          new Choice("starttls", "STARTTLS"),
          new Choice("implicit", "with the first byte"),
          new Choice("none", "no TLS"));

  static final List<Choice> PROFILES =
      List.of(new Choice("", "usual rules"), new Choice("strict", "strict: TLS must be in order"));

  HomeView {
    words = Map.copyOf(words);
  }

  static HomeView of(Map<String, String> words) {
    return new HomeView(words, Optional.empty(), Optional.empty());
  }

  HomeView with(Problem wrong) {
    return new HomeView(words, notice, Optional.of(wrong));
  }

  HomeView with(Notice said) {
    return new HomeView(words, Optional.of(said), problem);
  }

  String word(String field) {
    return words.getOrDefault(field, "");
  }

  Optional<String> problem(String field) {
    return problem.filter(p -> p.field().equals(field)).map(Problem::text);
  }

  /** Whether the further options are in use. */
  boolean isElaborate() {
    return words.entrySet().stream()
            .anyMatch(word -> !EVERYDAY.contains(word.getKey()) && !word.getValue().isBlank())
        || problem.filter(p -> !EVERYDAY.contains(p.field())).isPresent();
  }
}
