package dev.smtpscope.judge;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Words;
import java.util.Optional;

/**
 * What kept a conversation from getting to a certain point. Empty means that it got there; so what
 * a check misses beyond an obstacle is unknown, never absent.
 */
public final class Obstacles {
  private Obstacles() {}

  /** Before the TCP connection. */
  public static Optional<String> beforeConnection(EndpointContext context) {
    return switch (context.endpoint().dial()) {
      case DialOutcome.Connected connected -> Optional.empty();
      case DialOutcome.Refused refused -> Optional.of("the connection was refused");
      case DialOutcome.TimedOut(var waited) ->
          Optional.of("the connection timed out after " + Words.duration(waited));
      case DialOutcome.Unreachable(var detail) ->
          Optional.of("the address is unreachable: " + detail);
      case DialOutcome.Reset reset -> Optional.of("the connection was reset");
      case DialOutcome.NotAttempted(var why) -> Optional.of("not tried: " + why);
    };
  }

  /** Before the wait for the greeting: no connection, or no TLS where it comes first. */
  public static Optional<String> beforeGreeting(EndpointContext context) {
    return beforeConnection(context)
        .or(() ->
            context.tlsMode() == TlsMode.IMPLICIT && context.session().isEmpty()
                ? Optional.of("the TLS handshake before the greeting did not succeed")
                : unasked(context.endpoint().greeting()));
  }

  /** Before a greeting that is a reply, whatever its code. */
  public static Optional<String> beforeGreetingReply(EndpointContext context) {
    return beforeGreeting(context).or(() -> broken("greeting", context.endpoint().greeting()));
  }

  /** Before the first EHLO: all that, or a greeting that turned us away. */
  public static Optional<String> beforeHello(EndpointContext context) {
    return beforeGreetingReply(context)
        .or(() -> refused("greeting", context.endpoint().greeting()))
        .or(() -> unasked(firstHello(context).ehlo()));
  }

  /** Before the first list of capabilities: all that, or an EHLO that did not succeed. */
  public static Optional<String> beforeCapabilities(EndpointContext context) {
    return beforeHello(context).or(() -> unsuccessful("EHLO", firstHello(context).ehlo()));
  }

  /** Before an established TLS session. */
  public static Optional<String> beforeTls(EndpointContext context) {
    return beforeConnection(context)
        .or(() ->
            switch (context.endpoint().tls()) {
              case TlsOutcome.Established established -> Optional.empty();
              case TlsOutcome.Failed failed -> Optional.of("the TLS handshake failed");
              case TlsOutcome.Refused refused -> Optional.of("STARTTLS was not granted");
              case TlsOutcome.NotOffered notOffered -> Optional.of("STARTTLS is not offered");
              case TlsOutcome.NotWanted notWanted -> Optional.of("TLS was not to be tried");
              case TlsOutcome.NotReached(var why) -> Optional.of(why);
            });
  }

  /** Before the list of capabilities inside TLS. */
  public static Optional<String> beforeTlsCapabilities(EndpointContext context) {
    return beforeTls(context)
        .or(() -> context.tlsMode() == TlsMode.IMPLICIT ? beforeHello(context) : Optional.empty())
        .or(() -> unsuccessful("EHLO inside TLS", context.endpoint().helloInTls().ehlo()));
  }

  /** The introduction that comes right after the greeting. */
  public static Hello firstHello(EndpointContext context) {
    return context.tlsMode() == TlsMode.IMPLICIT
        ? context.endpoint().helloInTls()
        : context.endpoint().hello();
  }

  private static Optional<String> unsuccessful(String what, Answer answer) {
    return unasked(answer).or(() -> broken(what, answer)).or(() -> refused(what, answer));
  }

  private static Optional<String> refused(String what, Answer answer) {
    return meaningless(what, answer).or(() -> rejected(what, answer));
  }

  private static Optional<String> rejected(String what, Answer answer) {
    return answer
        .received()
        .filter(reply -> !reply.isPositive())
        .map(reply ->
            what
                + (what.equals("greeting") ? " was a rejection (" : " was refused (")
                + reply.code()
                + ")");
  }

  /** A reply whose code is of no class: neither consent nor refusal. */
  public static Optional<String> meaningless(String what, Answer answer) {
    return answer
        .received()
        .filter(reply -> !reply.isUsable())
        .map(reply -> "the code " + reply.code() + " has no meaning (" + what + ")");
  }

  private static Optional<String> unasked(Answer answer) {
    return answer instanceof Answer.NotAsked(var why) ? Optional.of(why) : Optional.empty();
  }

  private static Optional<String> broken(String what, Answer answer) {
    return switch (answer) {
      case Answer.Replied replied -> Optional.empty();
      case Answer.NotAsked notAsked -> Optional.empty();
      case Answer.Silent(var waited, var partial) ->
          Optional.of("no answer (" + what + ") within " + Words.duration(waited));
      case Answer.Closed closed -> Optional.of("the server closed the connection (" + what + ")");
      case Answer.Reset reset -> Optional.of("the connection was reset (" + what + ")");
      case Answer.NotSmtp(var protocol, var beginning) ->
          Optional.of("the port speaks " + protocol.label());
      case Answer.Excessive excessive -> Optional.of("an endless answer (" + what + ")");
      case Answer.Interrupted interrupted -> Optional.of("the scan was broken off (" + what + ")");
    };
  }
}
