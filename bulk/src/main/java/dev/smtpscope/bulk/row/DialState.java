package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.DialOutcome;

/** How the attempt to connect ended, in one word. */
public enum DialState {
  CONNECTED,
  REFUSED,
  TIMED_OUT,
  UNREACHABLE,
  RESET,
  NOT_ATTEMPTED;

  static DialState of(DialOutcome dial) {
    return switch (dial) {
      case DialOutcome.Connected connected -> CONNECTED;
      case DialOutcome.Refused refused -> REFUSED;
      case DialOutcome.TimedOut late -> TIMED_OUT;
      case DialOutcome.Unreachable unreachable -> UNREACHABLE;
      case DialOutcome.Reset reset -> RESET;
      case DialOutcome.NotAttempted none -> NOT_ATTEMPTED;
    };
  }
}
