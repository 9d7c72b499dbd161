package dev.smtpscope.bulk.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers as they stand on pages. */
final class Figures {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** With a comma at each thousand. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** One decimal, never 0 or 100 for what is not quite; a dash without a whole. */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    double percent = 100.0 * part / whole;
    if (part > 0 && percent < 0.1) {
      return "<0.1 %";
    }
    if (part < whole && percent > 99.9) {
      return ">99.9 %";
    }
    return part == whole ? "100 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** With its noun: {@code 1 target}, {@code 1,204 targets}. */
  static String counted(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** To the minute, such as {@code 2026-03-01 12:00 UTC}. */
  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** Three digits with their unit. */
  static String time(Duration length) {
    double millis = length.toNanos() / 1_000_000.0;
    if (millis >= 1000) {
      return String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000);
    }
    return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
  }
}
