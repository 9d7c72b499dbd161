package dev.smtpscope.facts;

import java.util.Base64;

/**
 * Bytes as a value.
 *
 * @param base64 in the standard alphabet with padding
 */
public record Bytes(String base64) {
  /** The value of {@code bytes}. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(Base64.getEncoder().encodeToString(bytes));
  }

  /** A fresh array. */
  public byte[] toArray() {
    return Base64.getDecoder().decode(base64);
  }
}
