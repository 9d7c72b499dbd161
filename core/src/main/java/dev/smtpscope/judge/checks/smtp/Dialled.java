package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.text.Words;

/** How connections went, in words. */
public final class Dialled {
  private Dialled() {}

  /** The endpoint and what became of the connection. */
  public static String told(EndpointFacts facts) {
    return facts.endpoint() + " " + outcome(facts.dial());
  }

  static String outcome(DialOutcome dial) {
    return switch (dial) {
      case DialOutcome.Connected connected -> "connected";
      case DialOutcome.Refused refused -> "refused the connection";
      case DialOutcome.TimedOut(var waited) -> "did not answer within " + Words.duration(waited);
      case DialOutcome.Unreachable(var detail) -> "is unreachable: " + detail;
      case DialOutcome.Reset reset -> "reset the connection";
      case DialOutcome.NotAttempted(var why) -> "was not tried: " + why;
    };
  }
}
