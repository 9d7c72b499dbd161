package dev.smtpscope.facts;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of an EHLO reply after the first (RFC 5321 section 4.1.1.1).
 *
 * @param keyword in upper case
 * @param parameters as they came
 * @param line the whole line as it came, in visible form
 */
public record Capability(String keyword, List<String> parameters, String line) {
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  public Capability {
    parameters = List.copyOf(parameters);
  }

  /** Reads a line; the form {@code AUTH=LOGIN} of old servers counts as {@code AUTH LOGIN}. */
  public static Capability parse(String line) {
    String text = line.strip();
    boolean legacyAuth = text.regionMatches(true, 0, "AUTH=", 0, 5);
    List<String> words = List.of(BLANKS.split(legacyAuth ? "AUTH " + text.substring(5) : text));
    return new Capability(
        words.getFirst().toUpperCase(Locale.ROOT), words.subList(1, words.size()), line);
  }

  /** Whether this is {@code AUTH=}, the form from before RFC 2554. */
  public boolean isLegacyAuth() {
    return keyword.equals("AUTH") && line.strip().regionMatches(true, 0, "AUTH=", 0, 5);
  }
}
