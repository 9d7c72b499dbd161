package dev.smtpscope.judge;

import java.util.List;

/** How a check ends on one subject. What is not known is neither a pass nor a failure. */
public sealed interface Judgement {
  /** As it should be. */
  record Pass() implements Judgement {}

  /** The question does not arise. */
  record NotApplicable(String why) implements Judgement {}

  /** The question arises, but what was seen does not answer it. */
  record Inconclusive(String why) implements Judgement {}

  /** Not as it should be; at least one finding. */
  record Fail(List<Finding> findings) implements Judgement {
    public Fail {
      findings = List.copyOf(findings);
    }
  }

  /** A pass. */
  static Judgement pass() {
    return new Pass();
  }

  /** A failure with one finding. */
  static Judgement fail(Finding finding) {
    return new Fail(List.of(finding));
  }

  /** A failure with these findings, or a pass when there are none. */
  static Judgement of(List<Finding> findings) {
    return findings.isEmpty() ? new Pass() : new Fail(findings);
  }
}
