package dev.smtpscope.web.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The secret of a private service; only its digest is kept, and it is never shown. */
public final class Token {
  /** The shortest that is taken, in characters: nobody tries them all. */
  public static final int SHORTEST = 16;

  private final byte[] digest;

  /** At least {@link #SHORTEST} characters of printable ASCII. */
  public Token(String secret) {
    if (secret.length() < SHORTEST || !secret.matches("[!-~]+")) {
      throw new IllegalArgumentException(
          "a token is at least " + SHORTEST + " printable ASCII characters without spaces");
    }
    this.digest = digest(secret);
  }

  /**
   * Whether {@code authorization} holds it: as a bearer token (RFC 6750), or as the password of any
   * user (RFC 7617), which is what a browser asks for.
   */
  boolean opens(String authorization) {
    return credentials(authorization).filter(this::matches).isPresent();
  }

  private boolean matches(String secret) {
    return MessageDigest.isEqual(digest, digest(secret));
  }

  private static Optional<String> credentials(String authorization) {
    int space = authorization.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    String value = authorization.substring(space + 1).strip();
    return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(value);
      case "basic" -> password(value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> password(String value) {
    try {
      String pair = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
