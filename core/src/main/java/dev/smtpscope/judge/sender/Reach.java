package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EnhancedCode;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.reference.RejectionCause;
import dev.smtpscope.reference.ReplyWording;
import java.util.Optional;

/** How far any sender gets at an endpoint, before its own rules on TLS matter. */
sealed interface Reach {
  /** Not as far as to give a message over. */
  record Stopped(Outcome outcome) implements Reach {}

  /** No TLS; the message could go in plain text. */
  record Plain(ResultType type, String why) implements Reach {}

  /** TLS, and the server listens inside. */
  record Encrypted(TlsSession session) implements Reach {}

  /** What the conversation at an endpoint comes to. */
  static Reach of(EndpointContext context) {
    return beforeConnection(context)
        .or(() -> answered("the greeting", context.endpoint().greeting()))
        .or(() -> introduced(context.endpoint().hello()))
        .<Reach>map(Stopped::new)
        .orElseGet(() -> afterHello(context));
  }

  private static Optional<Outcome> beforeConnection(EndpointContext context) {
    return Obstacles.beforeConnection(context)
        .map(why ->
            Outcome.of(
                context.endpoint().dial() instanceof DialOutcome.NotAttempted
                    ? Delivery.UNKNOWN
                    : Delivery.DEFERRED,
                why));
  }

  private static Optional<Outcome> introduced(Hello hello) {
    return hello.isAccepted()
        ? Optional.empty()
        : answered("the introduction", asked(hello.helo()) ? hello.helo() : hello.ehlo());
  }

  private static boolean asked(Answer answer) {
    return !(answer instanceof Answer.NotAsked);
  }

  /** What ends the matter there; a refusal that is meant for us alone does not tell of others. */
  private static Optional<Outcome> answered(String what, Answer answer) {
    return switch (answer) {
      case Answer.Replied(Reply reply) when reply.isPositive() -> Optional.empty();
      case Answer.Replied(Reply reply) -> Optional.of(refused(what, reply));
      case Answer.Silent silent ->
          Optional.of(Outcome.unknown(what + " did not come while we waited; senders wait longer"));
      case Answer.Closed closed -> Optional.of(broken("the server closed the connection", what));
      case Answer.Reset reset -> Optional.of(broken("the connection was reset", what));
      case Answer.NotSmtp(var protocol, var beginning) ->
          Optional.of(broken("the port speaks " + protocol.label(), what));
      case Answer.Excessive excessive -> Optional.of(broken("an endless answer", what));
      case Answer.Interrupted interrupted ->
          Optional.of(Outcome.unknown("the check was broken off"));
      case Answer.NotAsked(var why) -> Optional.of(Outcome.unknown(why));
    };
  }

  private static Outcome broken(String why, String what) {
    return Outcome.of(Delivery.DEFERRED, why + " (" + what + ")");
  }

  private static Outcome refused(String what, Reply reply) {
    String why = what + " was a refusal: " + reply.code();
    Optional<RejectionCause> cause =
        ReplyWording.of(reply.code(), reply.enhanced().map(EnhancedCode::toString), reply.text())
            .map(ReplyWording::cause)
            .filter(RejectionCause::concernsClient);
    return cause
        .map(c -> Outcome.unknown(why + " (" + c.title() + "), which may be meant for us alone"))
        .orElseGet(() -> Outcome.of(Delivery.DEFERRED, why));
  }

  private static Reach afterHello(EndpointContext context) {
    return switch (context.endpoint().tls()) {
      case TlsOutcome.Established(TlsSession session) when isHidden(context) ->
          new Plain(
              ResultType.STARTTLS_NOT_SUPPORTED, "a firewall hides STARTTLS from the senders");
      case TlsOutcome.Established(TlsSession session) -> inside(context, session);
      case TlsOutcome.NotOffered none ->
          new Plain(ResultType.STARTTLS_NOT_SUPPORTED, "STARTTLS is not offered");
      case TlsOutcome.Refused(Answer answer) -> startTls(answer);
      case TlsOutcome.Failed failed -> handshake(failed.failure());
      case TlsOutcome.NotReached(var why) -> new Stopped(Outcome.unknown(why));
      case TlsOutcome.NotWanted none -> new Stopped(Outcome.unknown("TLS was not to be tried"));
    };
  }

  private static boolean isHidden(EndpointContext context) {
    return !context.plainCapabilities().has("STARTTLS");
  }

  private static Reach inside(EndpointContext context, TlsSession session) {
    return introduced(context.endpoint().helloInTls())
        .<Reach>map(outcome -> new Stopped(outcome.noting("inside TLS")))
        .orElseGet(() -> new Encrypted(session));
  }

  private static Reach startTls(Answer answer) {
    return answer
        .received()
        .<Reach>map(reply ->
            new Plain(
                ResultType.STARTTLS_NOT_SUPPORTED,
                "STARTTLS is offered, but answered with " + reply.code()))
        .orElseGet(() ->
            new Stopped(
                answered("the answer to STARTTLS", answer)
                    .orElseGet(() -> Outcome.unknown("STARTTLS was not answered"))));
  }

  private static Reach handshake(HandshakeFailure failure) {
    return switch (failure) {
      case HandshakeFailure.Silent silent ->
          new Stopped(
              Outcome.unknown("the handshake did not end while we waited; senders wait longer"));
      case HandshakeFailure.Interrupted interrupted ->
          new Stopped(Outcome.unknown("the check was broken off"));
      case HandshakeFailure.AlertReceived alert -> failed("the server broke it off");
      case HandshakeFailure.AlertSent alert -> failed(alert.detail());
      case HandshakeFailure.Closed closed -> failed("the server closed the connection");
      case HandshakeFailure.Reset reset -> failed("the connection was reset");
      case HandshakeFailure.NotTls other -> failed("what came is not TLS");
      case HandshakeFailure.Excessive excessive -> failed("it had no end");
    };
  }

  private static Reach failed(String why) {
    return new Plain(ResultType.VALIDATION_FAILURE, "the TLS handshake fails: " + why);
  }
}
