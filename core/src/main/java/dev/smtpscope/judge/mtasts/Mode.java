package dev.smtpscope.judge.mtasts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What senders are to do where a server does not fit the policy (RFC 8461 section 5). */
public enum Mode {
  /** Not deliver there. */
  ENFORCE,
  /** Deliver all the same, and report. */
  TESTING,
  /** Nothing: the domain has no active policy. */
  NONE;

  /** As policies write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode that is written so, in exactly these letters. */
  static Optional<Mode> of(String text) {
    return Stream.of(values()).filter(mode -> mode.id().equals(text)).findFirst();
  }
}
