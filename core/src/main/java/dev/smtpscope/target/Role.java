package dev.smtpscope.target;

import java.util.Locale;

/**
 * What a port is for. It decides what is expected there: a finding on a submission port may be
 * normal on a relay port.
 */
public enum Role {
  /** Mail between domains (port 25, RFC 5321). */
  MX("mail between servers"),
  /** Mail from users with STARTTLS (port 587, RFC 6409). */
  SUBMISSION("mail from users, STARTTLS"),
  /** Mail from users with implicit TLS (port 465, RFC 8314). */
  SUBMISSIONS("mail from users, implicit TLS"),
  /** An unregistered second submission port (2525 and the like). */
  ALTERNATE("alternate submission");

  private final String description;

  Role(String description) {
    this.description = description;
  }

  /** A few words for a person. */
  public String description() {
    return description;
  }

  /** The name used in options and in JSON, such as {@code submission}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether users, not other mail servers, are meant to connect. */
  public boolean isSubmission() {
    return this != MX;
  }
}
