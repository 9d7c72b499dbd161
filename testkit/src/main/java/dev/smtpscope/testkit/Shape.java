package dev.smtpscope.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How octets go out: after which delay, how far apart, how many at most. */
record Shape(Duration delay, Optional<Duration> interval, Optional<Fault.Cut> cut) {
  static final Shape PLAIN = new Shape(Duration.ZERO, Optional.empty(), Optional.empty());

  static Shape of(List<Fault> faults) {
    Shape shape = PLAIN;
    for (Fault fault : faults) {
      shape = fault instanceof Fault.Pace pace ? shape.with(pace) : shape;
    }
    return shape;
  }

  private Shape with(Fault.Pace pace) {
    return switch (pace) {
      case Fault.Delay wait -> new Shape(wait.delay(), interval, cut);
      case Fault.Drip drip -> new Shape(delay, Optional.of(drip.interval()), cut);
      case Fault.Split _ -> new Shape(delay, Optional.of(Duration.ZERO), cut);
      case Fault.Cut short_ -> new Shape(delay, interval, Optional.of(short_));
    };
  }
}
