package dev.smtpscope.render.outline;

import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Summary;
import java.util.Comparator;
import java.util.Locale;

/** How a line stands, for a glyph or a colour beside words that say the same. */
public enum Mark {
  GOOD("✓", "+"),
  INFO("i", "i"),
  NOTICE("·", "-"),
  WARNING("!", "!"),
  ERROR("✗", "x"),
  /** Not known. */
  OPEN("–", "-"),
  /** The line is not rated at all. */
  NONE(" ", " ");

  private final String glyph;
  private final String ascii;

  Mark(String glyph, String ascii) {
    this.glyph = glyph;
    this.ascii = ascii;
  }

  /** The name used for a class in a style sheet. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One column wide. */
  public String glyph(boolean unicode) {
    return unicode ? glyph : ascii;
  }

  /** The mark of a severity. */
  public static Mark of(Severity severity) {
    return switch (severity) {
      case INFO -> INFO;
      case NOTICE -> NOTICE;
      case WARNING -> WARNING;
      case ERROR -> ERROR;
    };
  }

  /** The mark of a whole report: notices don't spoil a good one. */
  public static Mark of(Summary summary) {
    Mark untroubled =
        switch (summary.outcome()) {
          case FINE, FINDINGS -> GOOD;
          case NOT_TESTED -> OPEN;
        };
    return summary.counts().keySet().stream()
        .filter(severity -> severity.compareTo(Severity.WARNING) >= 0)
        .max(Comparator.naturalOrder())
        .map(Mark::of)
        .orElse(untroubled);
  }

  /**
   * The mark of a prediction. That few servers take REQUIRETLS, and that many can't be verified, is
   * no error of a server.
   */
  public static Mark of(Prediction prediction) {
    return switch (prediction.delivery()) {
      case AUTHENTICATED -> GOOD;
      case ENCRYPTED -> INFO;
      case PLAIN_TEXT -> WARNING;
      case UNKNOWN -> OPEN;
      case DEFERRED, BOUNCED ->
          switch (prediction.sender()) {
            case REQUIRETLS, VERIFIED_TLS -> NOTICE;
            case OPPORTUNISTIC, MTA_STS, DANE, DANE_AND_MTA_STS, TLS_1_2_ONLY, POST_QUANTUM ->
                ERROR;
          };
    };
  }

  /** The mark of one endpoint: that of its worst finding, otherwise whether it works. */
  public static Mark of(EndpointSummary summary) {
    Mark untroubled =
        switch (summary.state()) {
          case OPEN -> GOOD;
          case REJECTED, BROKEN, CLOSED, NOT_TESTED -> OPEN;
        };
    return summary.worst().map(Mark::of).orElse(untroubled);
  }
}
