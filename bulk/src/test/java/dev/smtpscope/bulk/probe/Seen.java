package dev.smtpscope.bulk.probe;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.target.Service;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What might have been seen of a server. */
public final class Seen {
  private static final String WHY = "not in this test";

  private Seen() {}

  public static EndpointFacts greeting(String address, int code) {
    Answer greeting = new Answer.Replied(new Reply(code, List.of("mx")));
    return facts(
        at(address), new DialOutcome.Connected(), greeting, new TlsOutcome.NotReached(WHY));
  }

  public static EndpointFacts refused(String address) {
    return refused(at(address));
  }

  public static EndpointFacts refused(Endpoint endpoint) {
    return facts(
        endpoint,
        new DialOutcome.Refused(),
        new Answer.NotAsked(WHY),
        new TlsOutcome.NotReached(WHY));
  }

  /** One whose QUIT was not answered for so long. */
  public static EndpointFacts leftWaiting(Endpoint endpoint, Duration length) {
    EndpointFacts all = greeting(endpoint.address().getHostAddress(), 220);
    return new EndpointFacts(
        endpoint,
        all.dial(),
        all.greeting(),
        all.hello(),
        all.tls(),
        all.helloInTls(),
        new Answer.Silent(length, ""),
        List.of(),
        List.of(new StageTime(Stage.QUIT, Duration.ofMillis(5), length)),
        List.of(),
        length,
        Optional.empty());
  }

  public static EndpointFacts facts(
      Endpoint endpoint, DialOutcome dial, Answer greeting, TlsOutcome tls) {
    Hello none = Hello.notAsked(WHY);
    return new EndpointFacts(
        endpoint,
        dial,
        greeting,
        none,
        tls,
        none,
        new Answer.NotAsked(WHY),
        List.of(),
        List.of(),
        List.of(),
        Duration.ofMillis(5),
        Optional.empty());
  }

  public static Endpoint at(String address) {
    return new Endpoint(InetAddress.ofLiteral(address), Service.onPort(25));
  }
}
