package dev.smtpscope.bulk.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.pace.FakeTime;
import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.bulk.polite.Exclusions;
import dev.smtpscope.bulk.polite.Gate;
import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.scan.DirectProber;
import dev.smtpscope.scan.Prober;
import dev.smtpscope.scan.Prober.Visit;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedProbesTest {
  private static final ScanOptions OPTIONS = ScanOptions.STANDARD;

  private final TestCa ca = TestCa.of("Test", KeyType.EC_P256, Instant.now());
  private final Kept kept = new Kept();
  private final ProbeCounts counts = new ProbeCounts();
  private final FakeTime time = new FakeTime();
  private final Clarity clarity = new Clarity(new Lateness(time), Duration.ofSeconds(5));
  private final SharedProbes probes = shared(new DirectProber(OPTIONS), Exclusions.NONE);

  private SharedProbes shared(Prober prober, Exclusions exclusions) {
    return new SharedProbes(
        prober,
        kept,
        new Gate(Limits.STANDARD),
        exclusions,
        Duration.ofSeconds(30),
        clarity,
        counts);
  }

  private ScriptedSmtpServer server(String... names) throws Exception {
    return ScriptedSmtpServer.start(
        Behaviours.postfix(names[0])
            .tls(ServerTls.of(ca.chain(ca.server(names[0]).dnsNames(names)))));
  }

  private static EndpointFacts visit(Prober prober, Endpoint at, String name) {
    return prober.probe(
        new Visit(at, Optional.of(new HostName(name)), Optional.of(name)),
        Deadline.after(Duration.ofHours(1)),
        ScanListener.NONE);
  }

  private static Endpoint at(ScriptedSmtpServer server) {
    return new Endpoint(server.address(), Service.onPort(server.port()));
  }

  @Test
  void oneLookServesAllWhoComeAtOnceAndLater() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<EndpointFacts>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(threads.submit(() -> visit(probes, at(server), "mx.example.net")));
      }
      EndpointFacts first = all.getFirst().get();
      for (Future<EndpointFacts> other : all) {
        assertThat(other.get()).isEqualTo(first);
      }
      assertThat(visit(probes, at(server), "mx.example.net")).isEqualTo(first);
      assertThat(first.session()).isPresent();
      assertThat(server.connections()).isEqualTo(1);
      assertThat(counts.sums()).isEqualTo(new ProbeCounts.Sums(0, 1, 200, 1, 1, 0));
    }
  }

  @Test
  void aNameThatTheCertificateCoversNeedsNoLookOfItsOwn() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net", "*.mail.example.org")) {
      visit(probes, at(server), "mx.example.net");
      visit(probes, at(server), "customer.mail.example.org");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aNameThatItDoesNotCoverGetsALookOfItsOwnOnce() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net")) {
      visit(probes, at(server), "mx.example.net");
      EndpointFacts other = visit(probes, at(server), "mail.example.org");
      visit(probes, at(server), "mail.example.org");
      visit(probes, at(server), "mx.example.net");
      assertThat(server.connections()).isEqualTo(2);
      assertThat(other.session().orElseThrow().sni()).contains("mail.example.org");
    }
  }

  @Test
  void whoDependsOnTheNameThatWasAskedForGetsALookUnderHis() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net", "mail.example.org")) {
      Loans first = new Loans(probes);
      Loans second = new Loans(probes);
      visit(first, at(server), "mx.example.net");
      visit(second, at(server), "mail.example.org");
      assertThat(first.any()).isFalse();
      assertThat(second.any()).isTrue();
      EndpointFacts own = visit(probes.exact(), at(server), "mail.example.org");
      assertThat(own.session().orElseThrow().sni()).contains("mail.example.org");
      visit(probes.exact(), at(server), "mail.example.org");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void anAlertMayBeAboutTheName() throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(
            Behaviours.postfix("mx.example.net")
                .tls(ServerTls.of(ca.chain("mx.example.net")))
                .fault(new Fault.Close(At.HANDSHAKE)))) {
      EndpointFacts facts = visit(probes, at(server), "mx.example.net");
      visit(probes, at(server), "mail.example.org");
      assertThat(facts.tls()).isInstanceOf(TlsOutcome.Failed.class);
      assertThat(server.connections()).as("closed whatever the name").isEqualTo(1);
    }
  }

  @Test
  void whatHasNoTlsIsTheSameUnderEveryName() throws Exception {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(Behaviours.postfix("mx.example.net").without("STARTTLS"))) {
      visit(probes, at(server), "mx.example.net");
      visit(probes, at(server), "mail.example.org");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void theRoleOfAPortNeedsNoLookOfItsOwnButItsTlsDoes() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net")) {
      Endpoint mx = at(server);
      Endpoint other = new Endpoint(mx.address(), mx.service().as(Role.ALTERNATE));
      visit(probes, mx, "mx.example.net");
      assertThat(visit(probes, other, "mx.example.net").endpoint()).isEqualTo(other);
      assertThat(server.connections()).isEqualTo(1);
      Endpoint plain = new Endpoint(mx.address(), mx.service().with(TlsMode.NONE));
      visit(probes, plain, "mx.example.net");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void nobodyOnTheExclusionListIsConnectedTo() throws Exception {
    try (ScriptedSmtpServer server = server("mx.example.net")) {
      String address = server.address().getHostAddress();
      for (String line : List.of(address + "/32", "example.net")) {
        EndpointFacts facts =
            visit(
                shared(new DirectProber(OPTIONS), Exclusions.parse(List.of(line))),
                at(server),
                "mx.example.net");
        assertThat(facts.dial())
            .isEqualTo(new DialOutcome.NotAttempted(line + " is on the exclusion list"));
      }
      assertThat(server.connections()).isZero();
      assertThat(kept.lacks(at(server))).isTrue();
    }
  }

  @Test
  void aDefectMeetsOnlyWhoLookedAndTheNextLooksAnew() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Prober failingOnce =
        (visit, _, _) -> {
          if (looks.incrementAndGet() == 1) {
            begun.countDown();
            awaitUninterrupted(go);
            throw new IllegalStateException("a defect");
          }
          return Seen.refused(visit.endpoint());
        };
    SharedProbes shared = shared(failingOnce, Exclusions.NONE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<EndpointFacts> first =
          threads.submit(() -> visit(shared, Seen.at("192.0.2.1"), "mx.example.net"));
      begun.await();
      Future<EndpointFacts> second =
          threads.submit(() -> visit(shared, Seen.at("192.0.2.1"), "mx.example.net"));
      go.countDown();
      assertThat(second.get().dial()).isEqualTo(new DialOutcome.Refused());
      assertThat(org.assertj.core.api.Assertions.catchThrowable(first::get))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("a defect");
    }
    assertThat(looks).hasValue(2);
  }

  @Test
  void whatWasCutShortIsNotKept() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Prober hanging =
        (visit, _, _) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Seen.refused(visit.endpoint());
        };
    SharedProbes shared = shared(hanging, Exclusions.NONE);
    Thread looking =
        Thread.ofVirtual().start(() -> visit(shared, Seen.at("192.0.2.1"), "mx.example.net"));
    begun.await();
    looking.interrupt();
    looking.join();
    assertThat(kept.lacks(Seen.at("192.0.2.1"))).isTrue();
    assertThat(counts.sums().inFlight()).isZero();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Leaves everybody waiting for six seconds, in which this machine is late by so much at first.
   */
  private Prober slow(AtomicInteger looks, Duration late, int times) {
    return (visit, _, _) -> {
      boolean isLate = looks.incrementAndGet() <= times;
      time.pass(Duration.ofSeconds(6));
      oversleep(isLate ? late : Duration.ZERO);
      return Seen.leftWaiting(visit.endpoint(), Duration.ofSeconds(6));
    };
  }

  private void oversleep(Duration late) {
    try {
      time.oversleep(late);
      clarity.lateness().beat(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerIsNotBlamedForWhatThisMachineMayHaveDone() {
    AtomicInteger looks = new AtomicInteger();
    SharedProbes shared = shared(slow(looks, Duration.ofMillis(300), 2), Exclusions.NONE);
    EndpointFacts facts = visit(shared, Seen.at("192.0.2.1"), "mx.example.net");
    assertThat(looks).hasValue(3);
    assertThat(facts).isEqualTo(Seen.leftWaiting(Seen.at("192.0.2.1"), Duration.ofSeconds(6)));
    assertThat(counts.sums()).isEqualTo(new ProbeCounts.Sums(0, 3, 0, 1, 0, 2));
  }

  @Test
  void aServerIsBlamedWhereThisMachineWasHardlyLate() {
    AtomicInteger looks = new AtomicInteger();
    SharedProbes shared = shared(slow(looks, Duration.ofMillis(299), 9), Exclusions.NONE);
    visit(shared, Seen.at("192.0.2.1"), "mx.example.net");
    assertThat(looks).hasValue(1);
  }

  @Test
  void aServerThatCanNotBeTimedIsUnknownAndNotAskedForEver() {
    AtomicInteger looks = new AtomicInteger();
    SharedProbes shared = shared(slow(looks, Duration.ofSeconds(1), 99), Exclusions.NONE);
    EndpointFacts facts = visit(shared, Seen.at("192.0.2.1"), "mx.example.net");
    assertThat(facts.dial())
        .isEqualTo(new DialOutcome.NotAttempted("this machine was too busy to time the server"));
    visit(shared, Seen.at("192.0.2.1"), "mx.example.net");
    assertThat(looks).hasValue(5);
  }
}
