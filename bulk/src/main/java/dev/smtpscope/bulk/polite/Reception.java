package dev.smtpscope.bulk.polite;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Reply;
import java.util.stream.Stream;

/** How a server took a connection. */
public enum Reception {
  /** It greeted. */
  WELCOME,
  /** It, or its machine, wanted no connection here and now. */
  REFUSED,
  /** It wants fewer connections: 421 (RFC 5321 section 4.2.2, RFC 3463 x.7.0 and others). */
  TOO_MUCH,
  /** It said nothing to be understood. */
  UNKNOWN;

  private static final int CLOSING = 421;

  /** How {@code facts} show it. */
  public static Reception of(EndpointFacts facts) {
    return switch (facts.dial()) {
      case DialOutcome.Connected connected -> ofAnswers(facts);
      case DialOutcome.Refused refused -> REFUSED;
      case DialOutcome.Reset reset -> REFUSED;
      case DialOutcome.TimedOut silent -> UNKNOWN;
      case DialOutcome.Unreachable away -> UNKNOWN;
      case DialOutcome.NotAttempted none -> UNKNOWN;
    };
  }

  private static Reception ofAnswers(EndpointFacts facts) {
    boolean closing =
        Stream.of(facts.greeting(), facts.hello().ehlo(), facts.helloInTls().ehlo(), facts.quit())
            .flatMap(answer -> answer.received().stream())
            .anyMatch(reply -> reply.code() == CLOSING);
    return closing ? TOO_MUCH : ofGreeting(facts.greeting());
  }

  private static Reception ofGreeting(Answer greeting) {
    return switch (greeting) {
      case Answer.Replied(Reply reply) -> reply.isPositive() ? WELCOME : REFUSED;
      case Answer.Reset reset -> REFUSED;
      case Answer.Closed closed -> REFUSED;
      case Answer.Silent silent -> UNKNOWN;
      case Answer.NotSmtp other -> UNKNOWN;
      case Answer.Excessive flood -> UNKNOWN;
      case Answer.Interrupted stopped -> UNKNOWN;
      case Answer.NotAsked none -> UNKNOWN;
    };
  }
}
