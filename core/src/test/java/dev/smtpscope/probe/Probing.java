package dev.smtpscope.probe;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.LegacyTls;
import dev.smtpscope.testkit.Personality;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Probes a scripted server as the scanner would: on a virtual thread, with short limits. */
final class Probing {
  static final String HOST = "mail.example.org";

  @SuppressWarnings("TimeInStaticInitializer") // its certificates are valid for this run
  static final TestCa CA = TestCa.at(Instant.now());

  /** Long enough for an honest server, short enough to wait out a silent one. */
  static final Budget PATIENT = budget(Duration.ofSeconds(20), Duration.ofSeconds(20));

  /** For a server that stays silent at some stage other than the handshake. */
  static final Budget SHORT = budget(Duration.ofMillis(700), Duration.ofSeconds(20));

  static {
    LegacyTls.allow();
  }

  private Probing() {}

  private static Budget budget(Duration each, Duration handshake) {
    return new Budget(Duration.ofSeconds(30), each, each, each, each, handshake);
  }

  static ServerTls goodTls() {
    return ServerTls.of(CA.chain(HOST));
  }

  static EndpointFacts starttls(Personality server) {
    return against(server, TlsMode.STARTTLS, PATIENT);
  }

  static EndpointFacts implicit(Personality server) {
    return against(server, TlsMode.IMPLICIT, PATIENT);
  }

  /** The faulty server, with limits that are soon over. */
  static EndpointFacts faulty(Behaviour server, Fault... faults) {
    return against(server.faults(faults), TlsMode.STARTTLS, SHORT);
  }

  /** A server whose part of the handshake is faulty, with a limit on it that is soon over. */
  static EndpointFacts brokenHandshake(Fault fault) {
    Behaviour server = Behaviours.postfix(HOST).tls(goodTls()).fault(fault);
    return against(
        server, TlsMode.STARTTLS, budget(Duration.ofSeconds(20), Duration.ofMillis(700)));
  }

  static EndpointFacts against(Personality server, TlsMode tls, Budget budget) {
    try (ScriptedSmtpServer running = ScriptedSmtpServer.start(server)) {
      return probe(running.endpoint(), tls, budget);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static EndpointFacts probe(InetSocketAddress where, TlsMode tls, Budget budget) {
    Endpoint endpoint = new Endpoint(where.getAddress(), Service.onPort(where.getPort()).with(tls));
    ProbeOptions options =
        new ProbeOptions(
            budget, Optional.of(HOST), Optional.of(EhloName.of(new HostName("probe.example.net"))));
    Deadline whole = Deadline.after(budget.whole());
    return onVirtualThread(() ->
        new EndpointProbe(
                endpoint,
                options,
                new Dialer(Optional.empty(), AddressPolicy.ANY),
                ScanListener.NONE)
            .run(whole));
  }

  private static <T> T onVirtualThread(Callable<T> task) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      return executor.submit(task).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What we said, commands before and inside TLS. */
  static List<String> said(EndpointFacts facts) {
    return lines(facts, TranscriptLine.Direction.CLIENT);
  }

  /** What the server said. */
  static List<String> heard(EndpointFacts facts) {
    return lines(facts, TranscriptLine.Direction.SERVER);
  }

  private static List<String> lines(EndpointFacts facts, TranscriptLine.Direction direction) {
    return facts.transcript().stream()
        .filter(line -> line.direction() == direction)
        .map(line -> (line.inTls() ? "*" : "") + line.text())
        .toList();
  }
}
