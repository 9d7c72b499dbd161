package dev.smtpscope.render.html;

import dev.smtpscope.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/** The marks of a time axis: at most six, at round numbers. */
final class TimeAxis {
  private static final int MOST = 5;
  private static final double NEAR_END = 92;

  private TimeAxis() {}

  static List<TimeView.Tick> ticks(Duration longest) {
    Percent.Scale scale = new Percent.Scale(longest);
    long step = step(Math.max(1, longest.toMillis()));
    return LongStream.rangeClosed(0, longest.toMillis() / step)
        .mapToObj(i -> tick(Duration.ofMillis(i * step), scale))
        .toList();
  }

  private static TimeView.Tick tick(Duration at, Percent.Scale scale) {
    Percent x = scale.of(at);
    String anchor = at.isZero() ? "start" : x.value() > NEAR_END ? "end" : "middle";
    return new TimeView.Tick(x, at.isZero() ? "0" : Words.duration(at), anchor);
  }

  /** The smallest of 1, 2 and 5 with zeros, in milliseconds, that needs few enough marks. */
  private static long step(long longest) {
    long step = 1;
    for (int i = 0; longest / step > MOST; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }
}
