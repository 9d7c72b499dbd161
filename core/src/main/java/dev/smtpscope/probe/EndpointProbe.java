package dev.smtpscope.probe;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.dialogue.SocketWire;
import dev.smtpscope.target.Addresses;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * Looks at one address and port over one connection, from dialling to QUIT. An interrupt of its
 * thread ends any wait; what was seen until then is kept.
 */
public final class EndpointProbe {
  private final Endpoint endpoint;
  private final ProbeOptions options;
  private final Dialer dialer;
  private final Evidence evidence;

  public EndpointProbe(
      Endpoint endpoint, ProbeOptions options, Dialer dialer, ScanListener listener) {
    this.endpoint = endpoint;
    this.options = options;
    this.dialer = dialer;
    this.evidence = new Evidence(endpoint, listener);
  }

  /** Probes until all is known, a limit is met or {@code whole} has passed. */
  public EndpointFacts run(Deadline whole) {
    Dialer.Dialled dialled =
        evidence.timed(
            Stage.CONNECT, () -> dialer.dial(endpoint, whole.within(options.budget().connect())));
    Conversation.Result result =
        dialled
            .socket()
            .map(socket -> converse(socket, whole))
            .orElseGet(() -> notReached(dialled.outcome()));
    return new EndpointFacts(
        endpoint,
        dialled.outcome(),
        result.greeting(),
        result.hello(),
        result.tls(),
        result.helloInTls(),
        result.quit(),
        evidence.anomalies(),
        evidence.timings(),
        evidence.transcript(),
        evidence.elapsed(),
        Optional.empty());
  }

  private Conversation.Result converse(Socket socket, Deadline whole) {
    evidence.event(
        "connected to " + endpoint + " from " + Addresses.text(socket.getLocalAddress()));
    EhloName name = options.ehloName().orElseGet(() -> EhloName.of(socket.getLocalAddress()));
    try (SocketWire wire = new SocketWire(socket, whole)) {
      return new Conversation(endpoint, options, name, wire, evidence, whole).hold();
    } catch (IOException e) {
      evidence.event("the connection broke");
      return notReached(new Answer.Reset(""), "the connection broke at once");
    }
  }

  private Conversation.Result notReached(DialOutcome outcome) {
    evidence.event("not connected: " + words(outcome));
    return notReached(new Answer.NotAsked("no connection"), "no connection");
  }

  private static Conversation.Result notReached(Answer greeting, String why) {
    Hello none = Hello.notAsked(why);
    return new Conversation.Result(
        greeting, none, new TlsOutcome.NotReached(why), none, new Answer.NotAsked(why));
  }

  private static String words(DialOutcome outcome) {
    return switch (outcome) {
      case DialOutcome.Connected connected -> "";
      case DialOutcome.Refused refused -> "refused";
      case DialOutcome.TimedOut timedOut -> "no answer in " + timedOut.waited().toMillis() + " ms";
      case DialOutcome.Unreachable unreachable -> unreachable.detail();
      case DialOutcome.Reset reset -> "reset";
      case DialOutcome.NotAttempted notAttempted -> notAttempted.why();
    };
  }
}
