package dev.smtpscope.judge.sender;

import java.util.Optional;

/** A prediction for whichever sender it is made. */
record Outcome(Delivery delivery, Optional<ResultType> failure, String reason) {
  static Outcome of(Delivery delivery, String reason) {
    return new Outcome(delivery, Optional.empty(), reason);
  }

  static Outcome of(Delivery delivery, ResultType failure, String reason) {
    return new Outcome(delivery, Optional.of(failure), reason);
  }

  static Outcome unknown(String why) {
    return of(Delivery.UNKNOWN, why);
  }

  Outcome because(String other) {
    return new Outcome(delivery, failure, other);
  }

  /** The same with a remark after the reason. */
  Outcome noting(String remark) {
    return because(reason + "; " + remark);
  }

  Outcome reporting(ResultType type) {
    return new Outcome(delivery, Optional.of(type), reason);
  }

  Prediction by(Sender sender) {
    return new Prediction(sender, delivery, failure, reason);
  }
}
