package dev.smtpscope.web.page;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.render.outline.Mark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form and what is wrong with it.
 *
 * @param words what the visitor wrote, by field
 * @param deepest the deepest TLS audit that may be asked for
 * @param notice what stands above the form
 * @param problem what is wrong with one field
 */
record HomeView(
    Map<String, String> words,
    AuditDepth deepest,
    Optional<Notice> notice,
    Optional<Problem> problem) {
  /** The fields of the form. */
  static final List<String> FIELDS =
      List.of(
          "target",
          "ports",
          "as",
          "family",
          "role",
          "tls",
          "profile",
          "name",
          "timeout",
          "tlsAudit");

  private static final List<String> EVERYDAY = List.of("target", "ports");

  private static final String QUICK = "quick";

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
      List.of(
          new Choice("", "usual rules"),
          new Choice("strict", "strict: TLS must be in order"),
          new Choice("rfc9325", "RFC 9325 (with a TLS audit)"),
          new Choice("mozilla-modern", "Mozilla modern (with a TLS audit)"),
          new Choice("mozilla-intermediate", "Mozilla intermediate (with a TLS audit)"),
          new Choice("ncsc-nl", "NCSC-NL (with a TLS audit)"),
          new Choice("bsi-tr-02102-2", "BSI TR-02102-2 (with a TLS audit)"));

  HomeView {
    words = Map.copyOf(words);
  }

  static HomeView of(Map<String, String> words, AuditDepth deepest) {
    return new HomeView(words, deepest, Optional.empty(), Optional.empty());
  }

  HomeView with(Problem wrong) {
    return new HomeView(words, deepest, notice, Optional.of(wrong));
  }

  HomeView with(Notice said) {
    return new HomeView(words, deepest, Optional.of(said), problem);
  }

  String word(String field) {
    return words.getOrDefault(field, "");
  }

  Optional<String> problem(String field) {
    return problem.filter(p -> p.field().equals(field)).map(Problem::text);
  }

  /** The audits deeper than the quick one, which has a tick of its own. */
  List<Choice> audits() {
    Stream<Choice> deeper =
        Stream.of(AuditDepth.FULL, AuditDepth.DEEP)
            .filter(depth -> depth.compareTo(deepest) <= 0)
            .map(depth ->
                new Choice(
                    depth.name().toLowerCase(Locale.ROOT),
                    depth == AuditDepth.FULL ? "full" : "deep, with tests as of an attacker"));
    return Stream.concat(Stream.of(new Choice("", "as ticked above")), deeper).toList();
  }

  /** Whether the quick audit is ticked. */
  boolean isQuickAudit() {
    return word("tlsAudit").equals(QUICK);
  }

  /** Whether the further options are in use. */
  boolean isElaborate() {
    return words.entrySet().stream()
            .anyMatch(word ->
                !EVERYDAY.contains(word.getKey())
                    && !word.getValue().isBlank()
                    && !word.getValue().equals(QUICK))
        || problem.filter(p -> !EVERYDAY.contains(p.field())).isPresent();
  }
}
