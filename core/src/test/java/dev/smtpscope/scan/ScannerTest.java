package dev.smtpscope.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScannerTest {
  private static final String HOST = "mail.example.org";
  private static final Lookup NO_LOOKUP = new Lookup.Failed("not to be asked", Duration.ZERO);

  @Test
  void testsEachAddressByItself() throws Exception {
    InetAddress one = Loopback.address();
    InetAddress other = Loopback.address();
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.on(one, 2525).start(Behaviours.postfix(HOST))) {
      assertThat(server.port()).isEqualTo(2525);
      Facts facts = scan(HOST + ":2525", found(one, other), AddressFilter.STANDARD);
      assertThat(facts.endpoints()).map(e -> e.endpoint().address()).containsExactly(one, other);
      assertThat(facts.endpoints())
          .map(EndpointFacts::dial)
          .containsExactly(new DialOutcome.Connected(), new DialOutcome.Refused());
    }
  }

  @Test
  void triesThePortsOfAnAddressSideBySide() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    InetAddress address = Loopback.address();
    Behaviour waiting = Behaviours.postfix(HOST).fault(new Fault.Hang(At.EHLO));
    try (ScriptedSmtpServer a = ScriptedSmtpServer.on(address, 2525).start(waiting);
        ScriptedSmtpServer b = ScriptedSmtpServer.on(address, 2526).start(waiting)) {
      Scanner scanner = new Scanner(options(AddressFilter.STANDARD), found(address));
      CompletableFuture<Facts> running =
          run(scanner, target(HOST, 2525, 2526), event -> greeted(event, both));
      assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
      scanner.cancel();
      Facts facts = running.get(20, TimeUnit.SECONDS);
      assertThat(facts.interrupted()).isTrue();
      assertThat(facts.endpoints())
          .allSatisfy(e -> {
            assertThat(e.greeting().isPositive()).isTrue();
            assertThat(e.hello().ehlo()).isInstanceOf(Answer.Interrupted.class);
          });
      assertThat(a.connections() + b.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesFactsWhenItWasCancelledBeforeAnythingBegan(ThreadKind threads) throws Exception {
    assertNothingTried(
        scanner -> {
          scanner.cancel();
          return ScanListener.NONE;
        },
        threads);
  }

  @ParameterizedTest
  @EnumSource
  void givesFactsWhenItIsCancelledBetweenLookupAndProbes(ThreadKind threads) throws Exception {
    assertNothingTried(
        scanner ->
            event -> {
              if (event instanceof ScanEvent.RouteFound) {
                scanner.cancel();
              }
            },
        threads);
  }

  private static void assertNothingTried(
      Function<Scanner, ScanListener> cancelling, ThreadKind threads) throws Exception {
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start(Behaviours.postfix(HOST))) {
      Scanner scanner =
          new Scanner(
              options(AddressFilter.STANDARD),
              NameService.addressesOnly(found(server.address())),
              threads);
      ScanListener listener = cancelling.apply(scanner);
      Facts facts = scanner.scan(target(HOST, server.port(), 2526), listener);
      assertThat(facts.interrupted()).isTrue();
      assertThat(facts.endpoints())
          .map(EndpointFacts::dial)
          .containsOnly(new DialOutcome.NotAttempted("the check was stopped"))
          .hasSize(2);
      assertThat(server.connections()).isZero();
    }
  }

  private static void greeted(ScanEvent event, CountDownLatch latch) {
    if (event instanceof ScanEvent.StageStarted(var endpoint, var stage)
        && stage == dev.smtpscope.facts.Stage.EHLO) {
      latch.countDown();
    }
  }

  @Test
  void statesTheCapAndTheFamily() {
    InetAddress v4 = Loopback.address();
    InetAddress other = Loopback.address();
    InetAddress v6 = InetAddress.ofLiteral("::1");
    AddressFilter capped = new AddressFilter(AddressFilter.Family.ANY, Optional.empty(), 1);
    Lookup lookup = new Lookup.Found(List.of(v4, other, v6), Duration.ZERO);
    assertThat(capped.choose(lookup).tested()).containsExactly(v4);
    assertThat(capped.choose(lookup).leftOut()).containsExactly(other, v6);
    assertThat(capped.choose(lookup).why()).contains("at most 1");
    AddressFilter onlyV6 = new AddressFilter(AddressFilter.Family.V6, Optional.empty(), 16);
    assertThat(onlyV6.choose(lookup).tested()).containsExactly(v6);
    assertThat(onlyV6.choose(lookup).why()).isEqualTo("only IPv6 was asked for");
    assertThat(AddressFilter.STANDARD.choose(lookup).why()).isEmpty();
  }

  @Test
  void anAddressOfTheUsersChoiceNeedsNoLookup() throws Exception {
    InetAddress address = Loopback.address();
    AddressFilter only = new AddressFilter(AddressFilter.Family.ANY, Optional.of(address), 16);
    Facts facts = scan(HOST + ":2525", (name, limit) -> NO_LOOKUP, only);
    assertThat(facts.hosts().getFirst().lookup()).isEqualTo(new Lookup.Literal(address));
    assertThat(facts.hosts().getFirst().name()).contains(new HostName(HOST));
  }

  @Test
  void aNameWithoutAddressIsAnOutcome() throws Exception {
    Facts facts =
        scan(
            HOST,
            (name, limit) -> new Lookup.NotFound("no such name", Duration.ZERO),
            AddressFilter.STANDARD);
    assertThat(facts.endpoints()).isEmpty();
  }

  @Test
  void sniFollowsTheReferenceName() throws Exception {
    InetAddress address = Loopback.address();
    Behaviour server =
        Behaviours.postfix(HOST).tls(ServerTls.of(TestCa.at(Instant.now()).chain(HOST)));
    try (ScriptedSmtpServer running = ScriptedSmtpServer.on(address, 2525).start(server)) {
      ScanOptions named =
          options(AddressFilter.STANDARD)
              .but()
              .referenceName(Optional.of(new HostName("mx.example.net")))
              .build();
      new Scanner(named, found(address)).scan(target(HOST, 2525), ScanListener.NONE);
      assertThat(running.awaitConversation(Duration.ofSeconds(20)).serverName())
          .contains("mx.example.net");
    }
  }

  @Test
  void eventsCarryTheFactsOfTheReport() throws Exception {
    InetAddress address = Loopback.address();
    List<ScanEvent> events = new CopyOnWriteArrayList<>();
    try (ScriptedSmtpServer running =
        ScriptedSmtpServer.on(address, 2525).start(Behaviours.withoutStartTls(HOST))) {
      Facts facts =
          new Scanner(options(AddressFilter.STANDARD), found(address))
              .scan(target(HOST, 2525), events::add);
      assertThat(running.connections()).isEqualTo(1);
      assertThat(events.getFirst()).isEqualTo(new ScanEvent.ScanStarted(facts.target()));
      assertThat(events.getLast()).isEqualTo(new ScanEvent.ScanFinished(facts));
      assertThat(events).contains(new ScanEvent.EndpointFinished(facts.endpoints().getFirst()));
      assertThat(finishedStages(events)).isEqualTo(facts.endpoints().getFirst().timings());
    }
  }

  private static List<Object> finishedStages(List<ScanEvent> events) {
    List<Object> stages = new ArrayList<>();
    for (ScanEvent event : events) {
      if (event instanceof ScanEvent.StageFinished(var endpoint, var time)) {
        stages.add(time);
      }
    }
    return stages;
  }

  private static CompletableFuture<Facts> run(
      Scanner scanner, Target target, ScanListener listener) {
    CompletableFuture<Facts> facts = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> facts.complete(scanner.scan(target, listener)));
    return facts;
  }

  private static Facts scan(String words, AddressResolver resolver, AddressFilter filter)
      throws InvalidTargetException {
    Target target = new TargetParser(TargetParser.Overrides.NONE).parse(words);
    return new Scanner(options(filter), resolver).scan(target, ScanListener.NONE);
  }

  private static Target target(String host, Integer... ports) throws InvalidTargetException {
    return new TargetParser(
            new TargetParser.Overrides(
                List.of(ports), Optional.empty(), Optional.empty(), Optional.empty()))
        .parse(host);
  }

  private static AddressResolver found(InetAddress... addresses) {
    return (name, limit) -> new Lookup.Found(List.of(addresses), Duration.ZERO);
  }

  private static ScanOptions options(AddressFilter filter) {
    return ScanOptions.STANDARD
        .but()
        .addresses(filter)
        .ehloName(Optional.of(EhloName.of(new HostName("probe.example.net"))))
        .build();
  }
}
