package dev.smtpscope.render.html;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.render.outline.CertificatePairs;
import dev.smtpscope.render.outline.Figures;
import dev.smtpscope.render.outline.Mark;
import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is valid, as words and as a bar. The bar's scale holds the validity and the
 * day of the test, whichever way round.
 *
 * @param start where the bar begins
 * @param length of the bar
 * @param today where the day of the test is
 */
record Validity(
    String from,
    String until,
    String left,
    Mark mark,
    Percent start,
    Percent length,
    Percent today) {
  static Validity of(CertificateDetails details, Instant at, Thresholds thresholds) {
    Instant first = at.isBefore(details.notBefore()) ? at : details.notBefore();
    Instant last = at.isAfter(details.notAfter()) ? at : details.notAfter();
    Percent.Scale scale = new Percent.Scale(Duration.between(first, last));
    return new Validity(
        Figures.dateTime(details.notBefore()),
        Figures.dateTime(details.notAfter()),
        CertificatePairs.left(details, at),
        mark(details, at, thresholds),
        scale.of(Duration.between(first, details.notBefore())),
        scale.of(Duration.between(details.notBefore(), details.notAfter())),
        scale.of(Duration.between(first, at)));
  }

  private static Mark mark(CertificateDetails details, Instant at, Thresholds thresholds) {
    if (at.isBefore(details.notBefore()) || at.isAfter(details.notAfter())) {
      return Mark.ERROR;
    }
    Duration left = Duration.between(at, details.notAfter());
    return left.compareTo(thresholds.expiryWarning()) < 0 ? Mark.WARNING : Mark.GOOD;
  }

  /** The dates and the remaining time in a sentence, for those who don't see the bar. */
  String sentence() {
    return "Valid from " + from + " until " + until + ", " + left + ".";
  }
}
