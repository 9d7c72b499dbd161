package dev.smtpscope.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.input.TargetInput;
import dev.smtpscope.bulk.polite.Exclusions;
import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.testkit.Loopback;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkScanTest {
  private static final Limits WIDE = new Limits(1000, 1_000_000, 1000, 1000, 1000);
  private static final CountDownLatch OPEN = new CountDownLatch(0);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path output;

  private final FakeNames names = new FakeNames();
  private Limits limits = WIDE;
  private Exclusions exclusions = Exclusions.NONE;
  private Duration drain = Duration.ofSeconds(30);

  private static TargetInput input(String text, List<Integer> ports) throws Exception {
    TargetParser.Overrides overrides =
        new TargetParser.Overrides(ports, Optional.empty(), Optional.empty(), Optional.empty());
    return TargetInput.ofStream(
        "the test's list",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new TargetParser(overrides),
        Optional.empty());
  }

  private BulkScan scan(ScanFolder folder, String list, List<Integer> ports) throws Exception {
    ScanOptions scan = ScanOptions.STANDARD;
    BulkOptions options =
        new BulkOptions(
            scan, Ruleset.standard(TrustAnchors.of("none", List.of())), limits, exclusions, drain);
    Inputs inputs = new Inputs(List.of(new Inputs.Named("list", input(list, ports))));
    return new BulkScan(options, NameService.of(names), inputs, folder);
  }

  private Standing complete(String list, List<Integer> ports) throws Exception {
    try (ScanFolder folder = ScanFolder.begin(output, "test")) {
      BulkScan scan = scan(folder, list, ports);
      assertThat(scan.run()).isEqualTo(new Ending.Complete());
      return scan.standing();
    }
  }

  private static List<TargetRow> rows(ScanFolder folder) throws Exception {
    List<TargetRow> rows = new ArrayList<>();
    folder.rows(rows::add);
    return rows;
  }

  /** So many domains that share one host. */
  private String domains(int count, String host) {
    return IntStream.range(0, count)
        .mapToObj(i -> "domain" + i + ".example")
        .peek(domain -> names.mx(domain, host))
        .collect(Collectors.joining("\n"));
  }

  private static List<InetAddress> addresses(int count) {
    return IntStream.range(0, count).mapToObj(_ -> Loopback.address()).toList();
  }

  @Test
  void oneServerOfManyDomainsIsLookedAtOnce() throws Exception {
    try (CountingServer server = new CountingServer(OPEN)) {
      names.address("mx.example.net", Loopback.address());
      Standing end = complete(domains(300, "mx.example.net"), server.ports());
      assertThat(server.accepted()).isEqualTo(1);
      assertThat(end.done()).isEqualTo(300);
      assertThat(end.inFlight()).isZero();
      assertThat(end.probes().made()).isEqualTo(1);
    }
  }

  @Test
  void noServerSeesMoreConnectionsAtATimeThanItsLimit() throws Exception {
    limits = new Limits(1000, 1_000_000, 3, 1000, 1000);
    try (CountingServer server = new CountingServer(OPEN, 12)) {
      complete(list(5), server.ports());
      assertThat(server.accepted()).isEqualTo(60);
      assertThat(server.mostAtOneAddress()).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void noMoreConnectionsThanAllowedInAll() throws Exception {
    limits = new Limits(7, 1_000_000, 1000, 1000, 1000);
    try (CountingServer server = new CountingServer(OPEN)) {
      complete(list(60), server.ports());
      assertThat(server.accepted()).isEqualTo(60);
      assertThat(server.mostInAll()).isLessThanOrEqualTo(7);
    }
  }

  @Test
  void everyLineIsAccountedFor() throws Exception {
    exclusions = Exclusions.parse(List.of("left.example", "127.0.0.9"));
    try (CountingServer server = new CountingServer(OPEN)) {
      names.mx("good.example", "mx.example.net").address("mx.example.net", Loopback.address());
      String list =
          """
          good.example
          # a comment
          GOOD.example.
          not a target
          a.left.example
          127.0.0.9
          defect.example
          nobody.example
          """;
      try (ScanFolder folder = ScanFolder.begin(output, "test")) {
        BulkScan scan = scan(folder, list, server.ports());
        assertThat(scan.run()).isEqualTo(new Ending.Complete());
        Standing end = scan.standing();
        assertThat(end.done(Outcome.NOT_TESTED)).as("nobody").isEqualTo(1);
        assertThat(end.done()).isEqualTo(2);
        assertThat(end.repeated()).isEqualTo(1);
        assertThat(end.rejected()).isEqualTo(1);
        assertThat(end.excluded()).isEqualTo(2);
        assertThat(end.defects()).isEqualTo(1);
        assertThat(end.taken()).isEqualTo(7);
        assertThat(rows(folder))
            .extracting(TargetRow::name)
            .containsExactlyInAnyOrder("good.example", "nobody.example");
      }
      assertThat(Files.readString(output.resolve(".partial/rejected.csv")))
          .contains("4,not a target,")
          .contains("5,a.left.example,not scanned: left.example is on the exclusion list")
          .contains("6,127.0.0.9,not scanned: 127.0.0.9/32 is on the exclusion list")
          .contains("7,defect.example,a defect of smtpscope: ")
          .contains("a defect on purpose");
    }
  }

  @Test
  void whenToldToStopItTakesNoMoreAndFinishesWhatItBegan() throws Exception {
    limits = new Limits(4, 1_000_000, 1000, 1000, 1000);
    CountDownLatch gate = new CountDownLatch(1);
    try (CountingServer server = new CountingServer(gate);
        ScanFolder folder = ScanFolder.begin(output, "test")) {
      BulkScan scan = scan(folder, list(200), server.ports());
      CompletableFuture<Ending> running = CompletableFuture.supplyAsync(() -> run(scan));
      await(server, 4);
      scan.stop();
      gate.countDown();
      assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(new Ending.Stopped());
      Standing end = scan.standing();
      assertThat(end.inFlight()).isZero();
      assertThat(end.stopped()).isZero();
      assertThat(end.done()).isBetween(4L, 24L).isEqualTo(folder.recorded());
    }
  }

  @Test
  void noTargetBeginsThatWouldWaitToLookForItsServers() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    names.holdUntil(opening);
    String list =
        IntStream.range(0, 500)
            .mapToObj(i -> "n" + i + ".example")
            .collect(Collectors.joining("\n"));
    try (ScanFolder folder = ScanFolder.begin(output, "test")) {
      BulkScan scan = scan(folder, list, List.of());
      CompletableFuture<Ending> running = CompletableFuture.supplyAsync(() -> run(scan));
      while (scan.standing().inFlight() < 100) {
        Thread.onSpinWait();
      }
      TimeUnit.MILLISECONDS.sleep(20);
      scan.stop();
      opening.countDown();
      assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(new Ending.Stopped());
      assertThat(scan.standing().done()).isBetween(100L, 101L);
      assertThat(scan.standing().stopped()).isZero();
    }
  }

  @Test
  void whoTakesTooLongToFinishIsCutShortAndScannedAgainLater() throws Exception {
    limits = new Limits(4, 1_000_000, 1000, 1000, 1000);
    drain = Duration.ofMillis(50);
    String list = list(30);
    CountDownLatch never = new CountDownLatch(1);
    List<Integer> ports;
    try (CountingServer server = new CountingServer(never)) {
      ports = server.ports();
      try (ScanFolder folder = ScanFolder.begin(output, "test")) {
        BulkScan scan = scan(folder, list, ports);
        CompletableFuture<Ending> running = CompletableFuture.supplyAsync(() -> run(scan));
        await(server, 4);
        scan.stop();
        assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(new Ending.Stopped());
        assertThat(scan.standing().stopped()).isPositive();
        assertThat(folder.recorded()).isZero();
      }
      never.countDown();
      try (ScanFolder folder = ScanFolder.resume(output, "test")) {
        BulkScan scan = scan(folder, list, ports);
        assertThat(scan.run()).isEqualTo(new Ending.Complete());
        assertThat(scan.standing().done()).isEqualTo(30);
        assertThat(rows(folder)).extracting(TargetRow::name).doesNotHaveDuplicates().hasSize(30);
      }
    }
  }

  @Test
  void whatWasRecordedIsNotDoneAgain() throws Exception {
    try (CountingServer server = new CountingServer(OPEN)) {
      names.address("mx.example.net", Loopback.address());
      String first = domains(10, "mx.example.net");
      complete(first, server.ports());
      String more = first + "\n" + domains(25, "mx.example.net");
      try (ScanFolder folder = ScanFolder.resume(output, "test")) {
        BulkScan scan = scan(folder, more, server.ports());
        scan.run();
        assertThat(scan.standing().before()).isEqualTo(10);
        assertThat(scan.standing().done()).isEqualTo(15);
      }
      assertThat(server.accepted()).as("the probe is kept, too").isEqualTo(1);
    }
  }

  private static String list(int count) {
    return addresses(count).stream()
        .map(InetAddress::getHostAddress)
        .collect(Collectors.joining("\n"));
  }

  private static void await(CountingServer server, int accepted) throws InterruptedException {
    while (server.accepted() < accepted) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private static Ending run(BulkScan scan) {
    try {
      return scan.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
