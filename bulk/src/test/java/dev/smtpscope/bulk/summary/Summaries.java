package dev.smtpscope.bulk.summary;

import dev.smtpscope.bulk.row.Village;
import java.time.Instant;
import java.util.List;

/** Summaries for tests. */
public final class Summaries {
  /** Where they come from. */
  public static final About ABOUT =
      new About(
          "smtpscope 1.0",
          true,
          Instant.parse("2026-03-01T12:00:00Z"),
          Instant.parse("2026-03-01T13:12:30Z"),
          List.of(
              new About.Circumstance("Profile", "smtpscope"),
              new About.Circumstance("Resolver", "192.0.2.53"),
              new About.Circumstance("EHLO name", "scan.example.net"),
              new About.Circumstance("Source addresses", "192.0.2.7, 2001:db8::7")));

  private Summaries() {}

  /** Of that many made-up domains. */
  public static ScanSummary of(int targets) {
    Tally tally = new Tally();
    new Village(1).targets(targets).forEach(tally::add);
    return tally.summary(ABOUT);
  }
}
