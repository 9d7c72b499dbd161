package dev.smtpscope.web.check;

/** What became of a request. */
public sealed interface Submission {
  /** It waits for its turn or runs. */
  record Accepted(RunningCheck check) implements Submission {}

  /** It does not. */
  record Refused(Refusal refusal) implements Submission {}
}
