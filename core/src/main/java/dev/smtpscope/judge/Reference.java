package dev.smtpscope.judge;

import java.util.Optional;

/**
 * Where a rule comes from.
 *
 * @param title such as {@code RFC 3207 section 4}
 */
public record Reference(String title, Optional<String> url) {
  /** A section of an RFC; {@code section} may be empty for the whole. */
  public static Reference rfc(int number, String section) {
    String page = "https://www.rfc-editor.org/rfc/rfc" + number;
    return section.isEmpty()
        ? new Reference("RFC " + number, Optional.of(page))
        : new Reference(
            "RFC " + number + " section " + section, Optional.of(page + "#section-" + section));
  }

  /** A document elsewhere. */
  public static Reference page(String title, String url) {
    return new Reference(title, Optional.of(url));
  }
}
