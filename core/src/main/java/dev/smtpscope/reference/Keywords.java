package dev.smtpscope.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The EHLO keywords of the IANA registry and of the field. */
public final class Keywords {
  private static final String MASKED = "XXXXXXXA";
  private static final int SHORTEST_MASK = 4;

  private Keywords() {}

  /** All keywords, the registered ones first. */
  public static List<Keyword> all() {
    return Lazy.KEYWORDS.all();
  }

  /** The keyword in any case, {@code AUTH=LOGIN} included, if this reference knows it. */
  public static Optional<Keyword> find(String keyword) {
    String name = keyword.strip().toUpperCase(Locale.ROOT);
    if (name.startsWith("AUTH=")) {
      return Lazy.KEYWORDS.find("AUTH=");
    }
    return Lazy.KEYWORDS.find(isMasked(name) ? MASKED : name);
  }

  /** The keyword; one that is not known is told by whether it begins with X. */
  public static Keyword of(String keyword) {
    return find(keyword).orElseGet(() -> unknown(keyword.strip().toUpperCase(Locale.ROOT)));
  }

  /**
   * Whether the keyword looks overwritten by a firewall: at least four X in a row, and at most one
   * other letter at the end.
   */
  public static boolean isMasked(String keyword) {
    String name = keyword.strip().toUpperCase(Locale.ROOT);
    int end = name.endsWith("X") || name.isEmpty() ? name.length() : name.length() - 1;
    return end >= SHORTEST_MASK && name.chars().limit(end).allMatch(c -> c == 'X');
  }

  private static Keyword unknown(String name) {
    String meaning =
        name.startsWith("X")
            ? "A private extension: names that begin with X are agreed upon between the two sides."
            : "Not a registered extension, and none that this reference knows.";
    Prose prose =
        new Prose(
            "Unknown extension", List.of(meaning), List.of(), List.of("RFC 5321 section 2.2.2"));
    return new Keyword(name, Standing.UNKNOWN, Optional.empty(), prose);
  }

  private static Keyword read(Block block) {
    Prose prose = Prose.of(block);
    List<String> parameters = block.all("params");
    if (parameters.isEmpty()) {
      return new Keyword(block.key(), Standing.of(block), Optional.empty(), prose);
    }
    String meaning = parameters.getFirst();
    Prose whole = prose.plus("Parameters: ".concat(meaning));
    return new Keyword(block.key(), Standing.of(block), Optional.of(meaning), whole);
  }

  private static final class Lazy {
    static final Catalogue<Keyword> KEYWORDS = Catalogue.load("keywords.txt", Keywords::read);
  }
}
