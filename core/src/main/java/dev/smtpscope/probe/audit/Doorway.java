package dev.smtpscope.probe.audit;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.Evidence;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.dialogue.Dialogue;
import dev.smtpscope.probe.dialogue.SocketWire;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Comes before a server's TLS: dials, waits for the last line of the greeting, says EHLO and
 * STARTTLS. Safe for several threads, each with a connection of its own.
 */
final class Doorway {
  private static final Duration GREETING = Duration.ofSeconds(60);

  private final Endpoint endpoint;
  private final ProbeOptions options;
  private final Dialer dialer;
  private final ScanListener listener;
  private final AtomicInteger connections = new AtomicInteger();

  Doorway(Endpoint endpoint, ProbeOptions options, Dialer dialer, ScanListener listener) {
    this.endpoint = endpoint;
    this.options = options;
    this.dialer = dialer;
    this.listener = listener;
  }

  /** How many connections were opened. */
  int connections() {
    return connections.get();
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Comes before TLS on a new connection. */
  Entry open(Deadline deadline) {
    return open(deadline, "", "");
  }

  /** The same with {@code before} and {@code after} around STARTTLS, all sent in one piece. */
  Entry open(Deadline deadline, String before, String after) {
    Dialer.Dialled dialled = dialer.dial(endpoint, deadline.within(options.budget().connect()));
    return dialled
        .socket()
        .map(socket -> enter(socket, deadline, before, after))
        .orElseGet(() -> new Entry.Broken(words(dialled.outcome())));
  }

  private Entry enter(Socket socket, Deadline deadline, String before, String after) {
    listener.on(new ScanEvent.AuditProgress(endpoint, connections.incrementAndGet()));
    EhloName name = options.ehloName().orElseGet(() -> EhloName.of(socket.getLocalAddress()));
    try {
      Wire wire = new SocketWire(socket, deadline);
      Entry entry =
          endpoint.service().tls() == TlsMode.IMPLICIT
              ? new Entry.Ready(wire)
              : startTls(wire, name, deadline, before, after);
      if (!(entry instanceof Entry.Ready)) {
        wire.close();
      }
      return entry;
    } catch (IOException e) {
      return new Entry.Broken("the connection broke at once");
    }
  }

  private Entry startTls(Wire wire, EhloName name, Deadline deadline, String before, String after) {
    Dialogue dialogue = new Dialogue(wire, new Evidence(endpoint, ScanListener.NONE));
    Answer greeting = dialogue.greeting(deadline.within(GREETING));
    if (!greeting.isPositive()) {
      return barred("the connection", greeting);
    }
    Answer ehlo = dialogue.command("EHLO " + name.value(), reply(deadline));
    if (!ehlo.isPositive()) {
      return barred("EHLO", ehlo);
    }
    Answer answer = dialogue.command(before + "STARTTLS" + after, reply(deadline));
    if (!before.isEmpty() && answer.isPositive() && !allowsTls(answer)) {
      answer = dialogue.afterUnasked(answer, reply(deadline));
    }
    if (!allowsTls(answer)) {
      return barred("STARTTLS", answer);
    }
    dialogue.discardBeforeTls();
    return new Entry.Ready(wire);
  }

  private static boolean allowsTls(Answer answer) {
    return answer.received().filter(reply -> reply.code() == 220).isPresent();
  }

  private Deadline reply(Deadline deadline) {
    return deadline.within(options.budget().reply());
  }

  private static Entry barred(String what, Answer answer) {
    return switch (answer) {
      case Answer.Replied(Reply reply) -> new Entry.Refused(what, reply);
      case Answer.Silent(Duration waited, var partial) ->
          new Entry.Broken(what + " was not answered in " + waited.toSeconds() + " s");
      case Answer.Closed closed -> new Entry.Broken("the server closed the connection at " + what);
      case Answer.Reset reset -> new Entry.Broken("the connection was reset at " + what);
      case Answer.NotSmtp(var protocol, var beginning) ->
          new Entry.Broken(what + " was answered with what is not SMTP");
      case Answer.Excessive excessive ->
          new Entry.Broken(what + " was answered with too many octets");
      case Answer.Interrupted interrupted -> new Entry.Broken("the check was stopped");
      case Answer.NotAsked(String why) -> new Entry.Broken(why);
    };
  }

  private static String words(DialOutcome outcome) {
    return switch (outcome) {
      case DialOutcome.Connected connected -> "the connection broke at once";
      case DialOutcome.Refused refused -> "the connection was refused";
      case DialOutcome.TimedOut(Duration waited) -> "no connection in " + waited.toSeconds() + " s";
      case DialOutcome.Unreachable(String detail) -> "unreachable: " + detail;
      case DialOutcome.Reset reset -> "the connection was reset";
      case DialOutcome.NotAttempted(String why) -> why;
    };
  }
}
