package dev.smtpscope.cli.option;

import dev.smtpscope.judge.Severity;
import java.util.Optional;

/** From which severity on findings make the command fail. */
enum FailOn {
  INFO(Optional.of(Severity.INFO)),
  NOTICE(Optional.of(Severity.NOTICE)),
  WARNING(Optional.of(Severity.WARNING)),
  ERROR(Optional.of(Severity.ERROR)),
  NEVER(Optional.empty());

  private final Optional<Severity> threshold;

  FailOn(Optional<Severity> threshold) {
    this.threshold = threshold;
  }

  boolean isReachedBy(Severity worst) {
    return threshold.filter(t -> worst.compareTo(t) >= 0).isPresent();
  }
}
