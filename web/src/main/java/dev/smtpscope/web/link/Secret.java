package dev.smtpscope.web.link;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A word that nobody guesses: 128 random bits, 22 characters of base64url. A link's id is one; so
 * is the key that deletes it.
 */
public record Secret(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
  private static final SecureRandom RANDOM = new SecureRandom();

  public Secret {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not of the form of a secret");
    }
  }

  /** One that was never given out. */
  static Secret random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** The secret that {@code text} writes down; empty if none can look so. */
  public static Optional<Secret> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
  }

  /** What is stored of a key, from which the key cannot be found. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(Base64.getUrlDecoder().decode(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Not the secret itself, which belongs in no log. */
  @Override
  public String toString() {
    return "Secret";
  }
}
