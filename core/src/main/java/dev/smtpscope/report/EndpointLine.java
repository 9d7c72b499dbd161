package dev.smtpscope.report;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Words;
import java.time.Instant;
import java.util.Optional;

/** State and wording of one endpoint's line. */
record EndpointLine(EndpointFacts facts, Optional<PathVerdict> path) {
  private static final int QUOTE = 60;

  EndpointState state() {
    return switch (facts.dial()) {
      case DialOutcome.Connected connected -> connectedState();
      case DialOutcome.NotAttempted notAttempted -> EndpointState.NOT_TESTED;
      case DialOutcome.Refused refused -> EndpointState.CLOSED;
      case DialOutcome.TimedOut timedOut -> EndpointState.CLOSED;
      case DialOutcome.Unreachable unreachable -> EndpointState.CLOSED;
      case DialOutcome.Reset reset -> EndpointState.CLOSED;
    };
  }

  /** Whether something about the server itself can be judged. */
  boolean isTested() {
    return hello().isAccepted()
        || facts.tls() instanceof TlsOutcome.Failed
        || facts.tls() instanceof TlsOutcome.Established
        || facts.greeting() instanceof Answer.NotSmtp;
  }

  String sentence(Instant at) {
    return switch (facts.dial()) {
      case DialOutcome.Connected connected -> connectedSentence(at);
      case DialOutcome.Refused refused -> "refused";
      case DialOutcome.TimedOut(var waited) -> "timed out after " + Words.duration(waited);
      case DialOutcome.Unreachable(var detail) -> "unreachable: " + detail;
      case DialOutcome.Reset reset -> "reset while connecting";
      case DialOutcome.NotAttempted(var why) -> "not tested: " + why;
    };
  }

  private EndpointState connectedState() {
    if (hello().isAccepted()) {
      return EndpointState.OPEN;
    }
    if (speech() instanceof Answer.Interrupted) {
      return EndpointState.NOT_TESTED;
    }
    return speech().received().isPresent() ? EndpointState.REJECTED : EndpointState.BROKEN;
  }

  private String connectedSentence(Instant at) {
    if (hello().isAccepted()) {
      return "open, " + TlsWords.of(facts.tls(), path, at);
    }
    if (facts.endpoint().service().tls() == TlsMode.IMPLICIT && facts.session().isEmpty()) {
      return TlsWords.of(facts.tls(), path, at);
    }
    String where = facts.greeting().isPositive() ? "EHLO" : "greeting";
    return switch (speech()) {
      case Answer.Replied(Reply reply) -> "rejected: " + Words.shortened(reply.line(), QUOTE);
      case Answer.Silent(var waited, var partial) ->
          "no " + answerTo(where) + " within " + Words.duration(waited);
      case Answer.Closed closed -> "closed without " + article(where);
      case Answer.Reset reset -> "reset without " + article(where);
      case Answer.NotSmtp(var protocol, var beginning) -> "another protocol: " + protocol.label();
      case Answer.Excessive(var limit, var beginning) -> "endless " + answerTo(where);
      case Answer.Interrupted interrupted -> "not tested: broken off";
      case Answer.NotAsked(var why) -> "not tested: " + why;
    };
  }

  private static String answerTo(String where) {
    return where.equals("EHLO") ? "answer to EHLO" : where;
  }

  private static String article(String where) {
    return where.equals("EHLO") ? "an answer to EHLO" : "a greeting";
  }

  /** The answer that the conversation ended with. */
  private Answer speech() {
    if (!facts.greeting().isPositive()) {
      return facts.greeting();
    }
    return hello().helo() instanceof Answer.NotAsked ? hello().ehlo() : hello().helo();
  }

  private Hello hello() {
    return facts.endpoint().service().tls() == TlsMode.IMPLICIT
        ? facts.helloInTls()
        : facts.hello();
  }
}
