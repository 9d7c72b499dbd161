package dev.smtpscope.report;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The stages of a conversation that did not lead where they should. What we broke off ourselves has
 * not failed, and QUIT cannot: the conversation is over.
 */
public final class FailedStages {
  private FailedStages() {}

  /** Those of {@code facts}, in their order. */
  public static List<Stage> of(EndpointFacts facts) {
    Set<Stage> failed = EnumSet.noneOf(Stage.class);
    if (hasFailed(facts.dial())) {
      failed.add(Stage.CONNECT);
    }
    if (hasFailed(facts.greeting())) {
      failed.add(Stage.GREETING);
    }
    if (hasFailed(facts.hello())) {
      failed.add(Stage.EHLO);
    }
    if (hasFailed(facts.helloInTls())) {
      failed.add(Stage.EHLO_IN_TLS);
    }
    failed.addAll(of(facts.tls()));
    return List.copyOf(failed);
  }

  private static List<Stage> of(TlsOutcome tls) {
    return switch (tls) {
      case TlsOutcome.Refused(Answer answer) ->
          answer instanceof Answer.Interrupted ? List.of() : List.of(Stage.STARTTLS);
      case TlsOutcome.Failed failed ->
          failed.failure() instanceof HandshakeFailure.Interrupted
              ? List.of()
              : List.of(Stage.HANDSHAKE);
      case TlsOutcome.NotReached notReached -> List.of();
      case TlsOutcome.NotWanted notWanted -> List.of();
      case TlsOutcome.NotOffered notOffered -> List.of();
      case TlsOutcome.Established established -> List.of();
    };
  }

  private static boolean hasFailed(DialOutcome dial) {
    return switch (dial) {
      case DialOutcome.Connected connected -> false;
      case DialOutcome.NotAttempted notAttempted -> false;
      case DialOutcome.Refused refused -> true;
      case DialOutcome.TimedOut timedOut -> true;
      case DialOutcome.Unreachable unreachable -> true;
      case DialOutcome.Reset reset -> true;
    };
  }

  private static boolean hasFailed(Hello hello) {
    return !hello.isAccepted() && (hasFailed(hello.ehlo()) || hasFailed(hello.helo()));
  }

  private static boolean hasFailed(Answer answer) {
    return switch (answer) {
      case Answer.Replied replied -> !answer.isPositive();
      case Answer.NotAsked notAsked -> false;
      case Answer.Interrupted interrupted -> false;
      case Answer.Silent silent -> true;
      case Answer.Closed closed -> true;
      case Answer.Reset reset -> true;
      case Answer.NotSmtp notSmtp -> true;
      case Answer.Excessive excessive -> true;
    };
  }
}
