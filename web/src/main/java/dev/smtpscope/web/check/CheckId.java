package dev.smtpscope.web.check;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a check so that nobody guesses it.
 *
 * @param value 128 random bits, 22 characters of base64url
 */
public record CheckId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
  private static final SecureRandom RANDOM = new SecureRandom();

  public CheckId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a check");
    }
  }

  /** One that was never given out. */
  public static CheckId random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return new CheckId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The id that {@code text} writes down; empty if none can look so. */
  public static Optional<CheckId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CheckId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
