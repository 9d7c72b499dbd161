package dev.smtpscope.render.html;

import java.time.Duration;
import java.util.Locale;

/** A length on a picture's axis as SVG writes it, so that pictures fit any width. */
record Percent(double value) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  /**
   * An axis.
   *
   * @param whole the time that stands for 100 %
   */
  record Scale(Duration whole) {
    Percent of(Duration part) {
      double all = seconds(whole);
      return new Percent(all <= 0 ? 0 : Math.clamp(100 * seconds(part) / all, 0, 100));
    }

    private static double seconds(Duration length) {
      return length.getSeconds() + length.getNano() / 1e9;
    }
  }
}
