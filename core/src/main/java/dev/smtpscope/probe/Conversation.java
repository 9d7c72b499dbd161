package dev.smtpscope.probe;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.PeerProtocol;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.probe.dialogue.Dialogue;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.probe.tls.TlsHandshake;
import dev.smtpscope.target.TlsMode;
import java.time.Duration;
import java.util.Optional;

/**
 * The order of a whole conversation: greeting, EHLO, STARTTLS, handshake, EHLO again, QUIT; with
 * implicit TLS the handshake comes first. A step is taken only when the one before allows it. For
 * one thread.
 */
final class Conversation {
  private static final Duration SECOND_LOOK = Duration.ofSeconds(3);
  private static final Duration QUIT_LIMIT = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final ProbeOptions options;
  private final EhloName ehloName;
  private final Wire wire;
  private final Evidence evidence;
  private final Deadline whole;
  private final TlsHandshake handshake;

  Conversation(
      Endpoint endpoint,
      ProbeOptions options,
      EhloName ehloName,
      Wire wire,
      Evidence evidence,
      Deadline whole) {
    this.endpoint = endpoint;
    this.options = options;
    this.ehloName = ehloName;
    this.wire = wire;
    this.evidence = evidence;
    this.whole = whole;
    this.handshake = new TlsHandshake(wire, options.sni());
  }

  /** What came of each step. */
  record Result(Answer greeting, Hello hello, TlsOutcome tls, Hello helloInTls, Answer quit) {}

  Result hold() {
    return endpoint.service().tls() == TlsMode.IMPLICIT ? implicit() : plain();
  }

  private Result implicit() {
    Hello plainHello = Hello.notAsked("TLS comes first on this port");
    TlsOutcome tls = shakeHands();
    if (!(tls instanceof TlsOutcome.Established)) {
      String why = "no TLS";
      return new Result(
          new Answer.NotAsked(why), plainHello, tls, Hello.notAsked(why), new Answer.NotAsked(why));
    }
    Dialogue dialogue = new Dialogue(wire, evidence);
    Answer greeting = greeting(dialogue);
    TlsOutcome settled = settled(tls, greeting);
    if (!greeting.isPositive()) {
      return new Result(
          greeting,
          plainHello,
          settled,
          Hello.notAsked(noGreeting(greeting)),
          leave(dialogue, greeting));
    }
    Hello hello = hello(dialogue, Stage.EHLO_IN_TLS);
    return new Result(greeting, plainHello, settled, hello, leave(dialogue, hello.ehlo()));
  }

  private Result plain() {
    Dialogue dialogue = new Dialogue(wire, evidence);
    Answer greeting = greeting(dialogue);
    if (!greeting.isPositive()) {
      String why = noGreeting(greeting);
      Answer seen = dialogue.isSilent() ? lookAgain(greeting) : greeting;
      return new Result(
          seen,
          Hello.notAsked(why),
          new TlsOutcome.NotReached(why),
          Hello.notAsked(why),
          leave(dialogue, seen));
    }
    Hello hello = hello(dialogue, Stage.EHLO);
    TlsOutcome tls = startTls(dialogue, hello);
    return switch (tls) {
      case TlsOutcome.Established established -> inTls(greeting, hello, established);
      case TlsOutcome.Failed failed -> {
        String why = "the handshake failed";
        yield new Result(greeting, hello, failed, Hello.notAsked(why), new Answer.NotAsked(why));
      }
      case TlsOutcome.NotReached n -> plainEnd(dialogue, greeting, hello, n, hello.ehlo());
      case TlsOutcome.NotWanted n -> plainEnd(dialogue, greeting, hello, n, hello.ehlo());
      case TlsOutcome.NotOffered n -> plainEnd(dialogue, greeting, hello, n, hello.ehlo());
      case TlsOutcome.Refused refused ->
          plainEnd(dialogue, greeting, hello, refused, refused.answer());
    };
  }

  private Result plainEnd(
      Dialogue dialogue, Answer greeting, Hello hello, TlsOutcome tls, Answer last) {
    return new Result(greeting, hello, tls, Hello.notAsked("no TLS"), leave(dialogue, last));
  }

  private Result inTls(Answer greeting, Hello hello, TlsOutcome.Established tls) {
    Dialogue dialogue = new Dialogue(wire, evidence);
    Hello again = hello(dialogue, Stage.EHLO_IN_TLS);
    return new Result(
        greeting, hello, settled(tls, again.ehlo()), again, leave(dialogue, again.ehlo()));
  }

  private Answer greeting(Dialogue dialogue) {
    return evidence.timed(
        Stage.GREETING, () -> dialogue.greeting(limit(options.budget().greeting())));
  }

  private Hello hello(Dialogue dialogue, Stage stage) {
    return evidence.timed(stage, () -> introduce(dialogue));
  }

  private Hello introduce(Dialogue dialogue) {
    Answer ehlo = ehlo(dialogue);
    boolean unknown =
        ehlo.received().filter(reply -> reply.code() == 500 || reply.code() == 502).isPresent();
    Answer helo =
        unknown
            ? dialogue.command("HELO " + ehloName.value(), limit(options.budget().reply()))
            : new Answer.NotAsked("EHLO was answered");
    Capabilities capabilities =
        ehlo.received().filter(Reply::isPositive).map(Capabilities::of).orElse(Capabilities.NONE);
    return new Hello(ehlo, helo, capabilities);
  }

  /** A 220 here is a second greeting that came late; the answer to EHLO is still to come. */
  private Answer ehlo(Dialogue dialogue) {
    Deadline deadline = limit(options.budget().reply());
    Answer answer = dialogue.command("EHLO " + ehloName.value(), deadline);
    return answer.received().filter(reply -> reply.code() == 220).isPresent()
        ? dialogue.afterUnasked(answer, deadline)
        : answer;
  }

  private TlsOutcome startTls(Dialogue dialogue, Hello hello) {
    if (endpoint.service().tls() == TlsMode.NONE) {
      return new TlsOutcome.NotWanted();
    }
    if (!hello.isExtended()) {
      return new TlsOutcome.NotReached(
          hello.isAccepted() ? "the server knows no EHLO" : "EHLO was not accepted");
    }
    if (!hello.capabilities().has("STARTTLS") && !isMasked(hello.capabilities())) {
      return new TlsOutcome.NotOffered();
    }
    Answer answer =
        evidence.timed(
            Stage.STARTTLS, () -> dialogue.command("STARTTLS", limit(options.budget().reply())));
    if (answer.received().filter(reply -> reply.code() == 220).isEmpty()) {
      return new TlsOutcome.Refused(answer);
    }
    dialogue.discardBeforeTls();
    return shakeHands();
  }

  /** A middlebox that overwrites keywords may still let the command through. */
  private static boolean isMasked(Capabilities capabilities) {
    return capabilities.keywords().stream().anyMatch(keyword -> keyword.matches("X{7}[A-Z]"));
  }

  private TlsOutcome shakeHands() {
    evidence.event("TLS handshake begins");
    TlsOutcome outcome =
        evidence.timed(
            Stage.HANDSHAKE, () -> handshake.perform(limit(options.budget().handshake())));
    if (outcome instanceof TlsOutcome.Established(TlsSession session)) {
      evidence.enterTls();
      evidence.event(
          "TLS established: " + session.version().label() + ", " + session.suite().name());
    } else {
      evidence.event("TLS handshake failed");
    }
    return outcome;
  }

  /**
   * A handshake that looked whole is not when the server's alert comes instead of its next words.
   */
  private TlsOutcome settled(TlsOutcome tls, Answer next) {
    boolean broke = next instanceof Answer.Closed || next instanceof Answer.Reset;
    if (tls instanceof TlsOutcome.Established(TlsSession session)
        && broke
        && handshake.lateAlert().isPresent()) {
      return new TlsOutcome.Failed(
          new HandshakeFailure.AlertReceived(handshake.lateAlert().get()),
          Optional.of(session.version()),
          session.certificates());
    }
    return tls;
  }

  /**
   * Nothing came at all. Before leaving, say a TLS hello on the same connection: a server that
   * waits for TLS, or for an HTTP request, gives itself away.
   */
  private Answer lookAgain(Answer greeting) {
    if (!(greeting instanceof Answer.Silent) || whole.isOver()) {
      return greeting;
    }
    evidence.event("no greeting came; trying whether the server waits for TLS");
    return switch (handshake.perform(limit(SECOND_LOOK))) {
      case TlsOutcome.Established established -> speaks(PeerProtocol.TLS, "");
      case TlsOutcome.Failed(HandshakeFailure.AlertReceived alert, var v, var c) ->
          speaks(PeerProtocol.TLS, "");
      case TlsOutcome.Failed(HandshakeFailure.AlertSent alert, var v, var c) ->
          speaks(PeerProtocol.TLS, "");
      case TlsOutcome.Failed(HandshakeFailure.NotTls other, var v, var c)
          when other.protocol() != PeerProtocol.SMTP && other.protocol() != PeerProtocol.UNKNOWN ->
          speaks(other.protocol(), other.beginning());
      default -> greeting;
    };
  }

  private Answer speaks(PeerProtocol protocol, String beginning) {
    evidence.event("the server speaks " + protocol.label());
    return new Answer.NotSmtp(protocol, beginning);
  }

  private Answer leave(Dialogue dialogue, Answer last) {
    if (last.received().isEmpty()) {
      return new Answer.NotAsked("the conversation had broken off");
    }
    if (last.received().filter(reply -> reply.code() == 421).isPresent()) {
      return new Answer.NotAsked("the server said that it closes the connection");
    }
    return evidence.timed(
        Stage.QUIT,
        () -> dialogue.command("QUIT", limit(options.budget().reply()).within(QUIT_LIMIT)));
  }

  private Deadline limit(Duration limit) {
    return whole.within(limit);
  }

  private static String noGreeting(Answer greeting) {
    return greeting
        .received()
        .map(reply -> "the greeting was " + reply.code())
        .orElse("no greeting came");
  }
}
