package dev.smtpscope.web.link;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a permanent link lives. */
public enum Expiry {
  DAY("1 day", Duration.ofDays(1)),
  MONTH("30 days", Duration.ofDays(30)),
  YEAR("1 year", Duration.ofDays(365));

  private final String label;
  private final Duration length;

  Expiry(String label, Duration length) {
    this.label = label;
    this.length = length;
  }

  /** The expiry of an id such as {@code month}. */
  public static Optional<Expiry> of(String id) {
    return Stream.of(values()).filter(expiry -> expiry.id().equals(id)).findFirst();
  }

  /** The name used in forms. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A few words. */
  public String label() {
    return label;
  }

  Duration length() {
    return length;
  }
}
