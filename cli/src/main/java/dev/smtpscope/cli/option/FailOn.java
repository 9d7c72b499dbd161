package dev.smtpscope.cli.option;

import dev.smtpscope.judge.Severity;

/** From which severity on findings make the command fail. */
enum FailOn {
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  NEVER;

  boolean isReachedBy(Severity worst) {
    return worst.ordinal() >= ordinal();
  }
}
