package dev.smtpscope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The enhanced status codes of the IANA registry, and some of large providers. */
public final class EnhancedCodes {
  private static final int LONGEST = "5.999.999".length();

  private EnhancedCodes() {}

  /** All codes with {@code X} for the class, as well as the classes and subjects themselves. */
  public static List<StatusCode> all() {
    return Lazy.CODES.all();
  }

  /**
   * The code written {@code 5.7.1}, {@code x.7.1}, {@code 5.7.x} or {@code 4.x.x}. A detail that is
   * not known is explained by its subject. Empty if the text is no enhanced status code.
   */
  public static Optional<StatusCode> find(String text) {
    Optional<List<String>> parts = parts(text);
    return parts.flatMap(EnhancedCodes::inClass);
  }

  private static Optional<List<String>> parts(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (code.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> parts = List.of(code.split("\\.", -1));
    boolean valid =
        parts.size() == 3
            && List.of("2", "4", "5", "X").contains(parts.getFirst())
            && parts.stream().allMatch(EnhancedCodes::isPart);
    return valid ? Optional.of(parts) : Optional.empty();
  }

  private static boolean isPart(String part) {
    return part.equals("X")
        || (!part.isEmpty()
            && part.length() <= 3
            && part.chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  private static Optional<StatusCode> inClass(List<String> parts) {
    String code = String.join(".", parts);
    return Lazy.CODES.find(code).or(() -> generic(parts).map(found -> withClass(code, found)));
  }

  private static Optional<StatusCode> generic(List<String> parts) {
    String subject = "X." + parts.get(1) + ".";
    return Lazy.CODES
        .find(subject + parts.get(2))
        .or(() -> Lazy.CODES.find(subject + "X").map(EnhancedCodes::unknownDetail));
  }

  private static StatusCode unknownDetail(StatusCode subject) {
    Prose about = subject.prose();
    Prose prose =
        new Prose(
            "Not a registered detail",
            List.of("The registry does not know this detail.", about.paragraphs().getFirst()),
            List.of(),
            about.references());
    return new StatusCode(subject.key(), Standing.UNKNOWN, List.of(), prose);
  }

  private static StatusCode withClass(String code, StatusCode found) {
    Prose prose =
        Lazy.CODES
            .find(code.charAt(0) + ".X.X")
            .map(c ->
                found.prose().plus("Class " + code.charAt(0) + ": " + c.paragraphs().getFirst()))
            .orElse(found.prose());
    return new StatusCode(code, found.standing(), found.basicCodes(), prose);
  }

  private static StatusCode read(Block block) {
    List<Integer> basic = new ArrayList<>();
    for (String codes : block.all("basic")) {
      for (String code : codes.split(" ", -1)) {
        basic.add(Integer.valueOf(code));
      }
    }
    return new StatusCode(block.key(), Standing.of(block), basic, Prose.of(block));
  }

  private static final class Lazy {
    static final Catalogue<StatusCode> CODES =
        Catalogue.load("enhanced-codes.txt", EnhancedCodes::read);
  }
}
