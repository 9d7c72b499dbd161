package dev.smtpscope.bulk.synthetic;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.pki.PathMemory;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.report.Report;
import dev.smtpscope.scan.DirectProber;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.trust.PemBundle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The CPU time of a probe in a steady state, the server's own apart. Arguments: {@code raw-words}
 * and {@code raw} for {@link RawProbe} without and with TLS, {@code probe} for our own connection
 * and its facts, {@code scan} with routing, {@code report} with judgement and JSON beside, {@code
 * judge} for these alone; several with commas between; then {@code probes=30000 flight=1000
 * rounds=3 native=0} (1: with Corretto's provider) and the words of {@link Serve}. The first round
 * meets every certificate for the first time.
 */
final class ProbeCost {
  private static final HostName US = new HostName("probe.example.net");

  private final Internet internet;
  private final ServerProcess server;
  private final Ruleset rules;
  private final ScanOptions options;
  private final DirectProber prober;
  private final AtomicInteger established = new AtomicInteger();

  private ProbeCost(Internet internet, ServerProcess server, TrustAnchors anchors) {
    this.internet = internet;
    this.server = server;
    this.rules = Ruleset.standard(new PathMemory(anchors));
    this.options = ScanOptions.STANDARD.but().ehloName(Optional.of(EhloName.of(US))).build();
    this.prober = new DirectProber(options);
  }

  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    System.setProperty("smtpscope.native-crypto", String.valueOf(words.contains("native=1")));
    Internet internet = Internet.of(words);
    List<String> kinds = List.of(words.getFirst().split(","));
    try (ServerProcess server = ServerProcess.start(words.subList(1, words.size()))) {
      TrustAnchors anchors = PemBundle.read(server.root());
      ProbeCost cost = new ProbeCost(internet, server, anchors);
      int rounds = Internet.number(words, "rounds", 3);
      for (int round = 1; round <= rounds; round++) {
        for (String kind : kinds) {
          cost.round(kind, words);
        }
      }
    }
  }

  private void round(String what, List<String> words) throws Exception {
    if (what.equals("judge")) {
      judge(Internet.number(words, "probes", 30_000));
      return;
    }
    int probes = Internet.number(words, "probes", 30_000);
    int flight = Internet.number(words, "flight", 1_000);
    List<Integer> good =
        IntStream.range(0, internet.addresses())
            .filter(i -> internet.manner(i) == Manner.WELL_BEHAVED)
            .boxed()
            .toList();
    Duration server = this.server.cpu();
    Duration ours = Serve.cpu();
    long began = System.nanoTime();
    established.set(0);
    run(probes, flight, i -> step(what, good.get(i % good.size())));
    System.out.printf(
        "%s: %d probes, %d established, %d in flight: %.3f ms CPU each; server %.3f ms; %.1f s%n",
        what,
        probes,
        established.get(),
        flight,
        Serve.cpu().minus(ours).toNanos() / 1e6 / probes,
        this.server.cpu().minus(server).toNanos() / 1e6 / probes,
        (System.nanoTime() - began) / 1e9);
  }

  /** Judgement and JSON alone, on one thread, without the compiler's and the collector's time. */
  private void judge(int count) {
    List<Facts> facts =
        IntStream.range(0, Math.min(300, internet.addresses())).mapToObj(this::scan).toList();
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long judging = 0;
    long writing = 0;
    for (int i = 0; i < count; i++) {
      long began = thread.getCurrentThreadCpuTime();
      Report report = Report.of(facts.get(i % facts.size()), rules);
      long judged = thread.getCurrentThreadCpuTime();
      write(report);
      judging += judged - began;
      writing += thread.getCurrentThreadCpuTime() - judged;
    }
    System.out.printf(
        "judge: %d times: %.3f ms, as JSON %.3f ms%n",
        count, judging / 1e6 / count, writing / 1e6 / count);
  }

  /** A step of the measured work. */
  @FunctionalInterface
  interface Step {
    void take(int number);
  }

  private static void run(int count, int flight, Step step) throws Exception {
    Semaphore room = new Semaphore(flight);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> last = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        room.acquire();
        Future<?> future =
            threads.submit(() -> {
              try {
                step.take(number);
              } finally {
                room.release();
              }
            });
        if (i == count - 1) {
          last.add(future);
        }
      }
      last.getFirst().get();
    }
  }

  private void step(String what, int index) {
    if (what.startsWith("raw")) {
      raw(new RawProbe(what.equals("raw")), index);
      return;
    }
    if (what.equals("probe")) {
      count(probe(index));
      return;
    }
    Facts facts = scan(index);
    facts.endpoints().forEach(this::count);
    if (what.equals("report")) {
      write(Report.of(facts, rules));
    }
  }

  private void raw(RawProbe probe, int index) {
    if (probe.run(new InetSocketAddress(internet.address(index), server.smtp()))) {
      established.incrementAndGet();
    }
  }

  private void count(EndpointFacts facts) {
    if (facts.session().isPresent()) {
      established.incrementAndGet();
    }
  }

  private Service service() {
    return Service.onPort(server.smtp()).with(TlsMode.STARTTLS);
  }

  private HostName name(int index) {
    return new HostName(internet.providerAt(index).host(0));
  }

  private EndpointFacts probe(int index) {
    Endpoint endpoint = new Endpoint(internet.address(index), service());
    ProbeOptions probe =
        new ProbeOptions(options.budget(), Optional.of(name(index).ascii()), options.ehloName());
    Dialer dialer = new Dialer(Optional.empty(), AddressPolicy.ANY);
    return new EndpointProbe(endpoint, probe, dialer, ScanListener.NONE)
        .run(Deadline.after(Budget.STANDARD.whole()));
  }

  private Facts scan(int index) {
    HostName name = name(index);
    InetAddress address = internet.address(index);
    Target target = Target.host(name.ascii(), new Host.Name(name), List.of(service()));
    NameService names =
        NameService.addressesOnly(
            (host, limit) -> new Lookup.Found(List.of(address), Duration.ZERO));
    return new Scanner(options, names, prober).scan(target, ScanListener.NONE);
  }

  private static void write(Report report) {
    if (ReportJson.line(report).length == 0) {
      throw new IllegalStateException("nothing was written");
    }
  }
}
