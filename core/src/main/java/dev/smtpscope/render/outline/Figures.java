package dev.smtpscope.render.outline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates as they stand in tables. */
public final class Figures {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** Seconds with two decimals, cut off: {@code 0.14 s}. */
  public static String seconds(Duration length) {
    return length.toSeconds() + "." + twoDigits(length.toMillisPart() / 10) + " s";
  }

  /** Seconds with three decimals: {@code 0.142}. */
  public static String offset(Duration at) {
    long millis = at.toMillisPart();
    return at.toSeconds() + "." + millis / 100 + twoDigits(millis % 100);
  }

  /** Milliseconds: {@code 12 ms}; one decimal below ten. */
  public static String millis(Duration length) {
    long micros = length.toNanos() / 1000;
    return micros < 10_000
        ? micros / 1000 + "." + micros % 1000 / 100 + " ms"
        : micros / 1000 + " ms";
  }

  /** Such as {@code 2026-03-01 12:00:00 UTC}. */
  public static String dateTime(Instant instant) {
    return DATE_TIME.format(instant);
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
