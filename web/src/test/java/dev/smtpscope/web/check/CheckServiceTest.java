package dev.smtpscope.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CheckServiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Client ANNA = new Client("192.0.2.1");
  private static final Client BERT = new Client("192.0.2.2");

  private final Names names = new Names();

  @Test
  void runsOneAfterAnotherInTheirOrderAndTellsEachItsPlace() throws Exception {
    CheckService service = service(limits -> Settings.room(limits, 1, 10, 4));
    try (ScriptedSmtpServer server = hanging()) {
      RunningCheck first = submit(service, server, ANNA);
      RunningCheck second = submit(service, server, BERT);
      RunningCheck third = submit(service, server, ANNA);
      assertThat(first.state()).isInstanceOf(CheckState.Running.class);
      assertThat(second.state()).isEqualTo(new CheckState.Queued(1));
      assertThat(third.state()).isEqualTo(new CheckState.Queued(2));
      assertThat(service.occupancy()).isEqualTo(new Occupancy(1, 2, 1, 0, 0));
      first.cancel();
      first.await(PATIENCE);
      await(third, "{\"place\":1}");
      assertThat(second.state()).isInstanceOf(CheckState.Running.class);
      second.cancel();
      third.cancel();
      assertThat(third.await(PATIENCE).isEnd()).isTrue();
    }
  }

  @Test
  void refusesWhatTheQueueDoesNotHold() throws Exception {
    CheckService service = service(limits -> Settings.room(limits, 1, 1, 4));
    try (ScriptedSmtpServer server = hanging()) {
      RunningCheck running = submit(service, server, ANNA);
      RunningCheck waiting = submit(service, server, ANNA);
      Submission refused = service.submit(request(service, server, Map.of()), BERT);
      assertThat(refused).isInstanceOf(Submission.Refused.class);
      assertThat(((Submission.Refused) refused).refusal()).isInstanceOf(Refusal.Busy.class);
      waiting.cancel();
      assertThat(service.submit(request(service, server, Map.of()), BERT))
          .isInstanceOf(Submission.Accepted.class);
      running.cancel();
    }
  }

  @Test
  void waitsUntilThereArePlacesForAllConnectionsOfACheck() throws Exception {
    CheckService service = service(limits -> Settings.room(limits, 10, 10, 3));
    try (ScriptedSmtpServer server = hanging()) {
      RunningCheck two = submit(service, server, ANNA, "25," + server.port());
      RunningCheck twoMore = submit(service, server, ANNA, "25," + server.port());
      RunningCheck one = submit(service, server, BERT, "" + server.port());
      assertThat(twoMore.state()).isEqualTo(new CheckState.Queued(1));
      assertThat(one.state()).as("nobody overtakes").isEqualTo(new CheckState.Queued(2));
      twoMore.cancel();
      assertThat(one.state()).isInstanceOf(CheckState.Running.class);
      assertThat(service.occupancy().probes()).isEqualTo(3);
      two.cancel();
      one.cancel();
    }
  }

  @Test
  void aCheckThatIsCancelledBeforeItBeganSaysSo() throws Exception {
    CheckService service = service(limits -> Settings.room(limits, 1, 5, 4));
    try (ScriptedSmtpServer server = hanging()) {
      RunningCheck running = submit(service, server, ANNA);
      RunningCheck waiting = submit(service, server, ANNA);
      waiting.cancel();
      CheckState end = waiting.await(PATIENCE);
      assertThat(((CheckState.Finished) end).report().facts().interrupted()).isTrue();
      assertThat(((CheckState.Finished) end).report().facts().hosts().getFirst().addresses().why())
          .isEqualTo("the check was stopped before it began");
      assertThat(service.find(waiting.id())).contains(waiting);
      running.cancel();
    }
  }

  @Test
  void cutsShortWhatDoesNotEndWhenItIsDrained() throws Exception {
    CheckService service = service(limits -> Settings.room(limits, 1, 5, 4));
    try (ScriptedSmtpServer server = hanging()) {
      RunningCheck running = submit(service, server, ANNA);
      RunningCheck waiting = submit(service, server, ANNA);
      service.drain(Duration.ofMillis(50));
      for (RunningCheck check : java.util.List.of(running, waiting)) {
        CheckState.Finished end = (CheckState.Finished) check.await(PATIENCE);
        assertThat(end.report().facts().interrupted()).isTrue();
      }
      Submission refused = service.submit(request(service, server, Map.of()), BERT);
      assertThat(((Submission.Refused) refused).refusal())
          .isEqualTo(new Refusal.Busy("the service is ending", Duration.ofSeconds(5)));
    }
  }

  @Test
  void keepsFinishedChecksWithinItsMemory() throws Exception {
    CheckService service = service(limits -> Settings.kept(limits, 60_000, Duration.ofHours(1)));
    for (int i = 0; i < 100; i++) {
      Submission made = service.submit(service.parser().parse(Map.of("target", "a.example")), ANNA);
      ((Submission.Accepted) made).check().await(PATIENCE);
    }
    while (service.occupancy().running() > 0) {
      Thread.onSpinWait();
    }
    Occupancy occupancy = service.occupancy();
    assertThat(occupancy.kept()).isBetween(1L, 20L);
    assertThat(occupancy.keptBytes()).isBetween(1L, 60_000L);
  }

  @Test
  void boundsWhatOneClientAsksForAndLetsOthersAsk() throws Exception {
    Rate two = new Rate(2, Duration.ofMinutes(1));
    CheckService service = service(l -> Settings.rates(l, two, l.perAddress(), l.inAll()));
    CheckRequest request = service.parser().parse(Map.of("target", "a.example"));
    assertThat(service.submit(request, ANNA)).isInstanceOf(Submission.Accepted.class);
    assertThat(service.submit(request, ANNA)).isInstanceOf(Submission.Accepted.class);
    assertThat(service.submit(request, ANNA)).isInstanceOf(Submission.Refused.class);
    assertThat(service.submit(request, BERT)).isInstanceOf(Submission.Accepted.class);
  }

  @Test
  void countsChecksOfAClientWhoseNamesAreStillLookedUp() throws Exception {
    CountDownLatch lookingUp = new CountDownLatch(2);
    CountDownLatch answer = new CountDownLatch(1);
    CheckSettings settings =
        Settings.of(
            Access.ALL,
            (name, limit) -> {
              lookingUp.countDown();
              awaitQuietly(answer);
              return new Lookup.NotFound("no such name", Duration.ZERO);
            },
            limits -> Settings.atOnce(limits, 2));
    CheckService service = new CheckService(settings);
    CheckRequest request = service.parser().parse(Map.of("target", "a.example"));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Submission>> first =
          List.of(
              callers.submit(() -> service.submit(request, ANNA)),
              callers.submit(() -> service.submit(request, ANNA)));
      lookingUp.await();
      Submission.Refused third = (Submission.Refused) service.submit(request, ANNA);
      answer.countDown();
      assertThat(third.refusal()).isInstanceOf(Refusal.TooMany.class);
      for (Future<Submission> made : first) {
        ((Submission.Accepted) made.get()).check().await(PATIENCE);
      }
    }
    while (service.occupancy().running() > 0) {
      Thread.onSpinWait();
    }
    assertThat(service.submit(request, ANNA)).isInstanceOf(Submission.Accepted.class);
  }

  @Test
  void givesThePlaceOfARefusedCheckBack() throws Exception {
    CheckService service =
        new CheckService(Settings.of(Access.PUBLIC, names, limits -> Settings.atOnce(limits, 1)));
    for (int i = 0; i < 3; i++) {
      CheckRequest inner = service.parser().parse(Map.of("target", "127.0.0.1"));
      Submission.Refused refused = (Submission.Refused) service.submit(inner, ANNA);
      assertThat(refused.refusal()).isInstanceOf(Refusal.Forbidden.class);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void boundsHowOftenAnAddressIsTestedWhoeverAsksByWhateverName() throws Exception {
    Rate once = new Rate(1, Duration.ofMinutes(1));
    CheckService service = service(l -> Settings.rates(l, l.perClient(), once, l.inAll()));
    try (ScriptedSmtpServer server = hanging()) {
      names.with("a.example", server.address()).with("b.example", server.address());
      RunningCheck check = submit(service, server, ANNA);
      Submission refused =
          service.submit(service.parser().parse(Map.of("target", "b.example")), BERT);
      Refusal.TooMany why = (Refusal.TooMany) ((Submission.Refused) refused).refusal();
      assertThat(why.why()).contains(server.address().getHostAddress());
      check.cancel();
    }
  }

  @Test
  void tellsClientsOfOneIpv6NetworkFromThoseOfOthers() {
    Client one = Client.at(InetAddress.ofLiteral("2001:db8:1:2::1"));
    assertThat(Client.at(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).isEqualTo(one);
    assertThat(Client.at(InetAddress.ofLiteral("2001:db8:1:3::1"))).isNotEqualTo(one);
    assertThat(Client.at(InetAddress.ofLiteral("192.0.2.1"))).isEqualTo(ANNA);
  }

  private CheckService service(UnaryOperator<CheckLimits> change) {
    return new CheckService(Settings.of(Access.ALL, names, change));
  }

  private static void await(RunningCheck check, String data) throws InterruptedException {
    long last = 0;
    while (true) {
      for (CheckEvent event : check.events().after(last, PATIENCE)) {
        last = event.id();
        if (event.json().equals(data)) {
          return;
        }
      }
      assertThat(check.events().endsAt(last)).isFalse();
    }
  }

  private static RunningCheck submit(CheckService service, ScriptedSmtpServer server, Client client)
      throws BadRequestException {
    return submit(service, server, client, "" + server.port());
  }

  private static RunningCheck submit(
      CheckService service, ScriptedSmtpServer server, Client client, String ports)
      throws BadRequestException {
    Submission made = service.submit(request(service, server, Map.of("ports", ports)), client);
    return ((Submission.Accepted) made).check();
  }

  private static CheckRequest request(
      CheckService service, ScriptedSmtpServer server, Map<String, String> more)
      throws BadRequestException {
    Map<String, String> words = new java.util.HashMap<>(more);
    words.put("target", server.address().getHostAddress());
    words.putIfAbsent("ports", "" + server.port());
    return service.parser().parse(words);
  }

  private static ScriptedSmtpServer hanging() throws IOException {
    return ScriptedSmtpServer.start(
        Behaviours.postfix("mx.example.net").fault(new Fault.Hang(At.GREETING)));
  }
}
