package dev.smtpscope.bulk.synthetic;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The memory of a probe in flight: many wait at servers that went silent, some before the greeting,
 * some in the handshake, which is where a probe holds the most. Arguments: {@code flight=5000} and
 * the words of {@link Serve}.
 */
final class ProbeMemory {
  private static final int WARM_UP = 500;

  private final Internet internet;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ProbeMemory(Internet internet, int port) {
    this.internet = internet;
    this.port = port;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = List.of(args);
    Internet internet = Internet.of(words);
    try (ServerProcess server = ServerProcess.start(words)) {
      ProbeMemory memory = new ProbeMemory(internet, server.smtp());
      int flight = Internet.number(words, "flight", 5_000);
      memory.measure(Manner.WELL_BEHAVED, WARM_UP);
      memory.measure(Manner.SILENT, flight);
      memory.measure(Manner.STALLING, flight);
    }
    System.exit(0);
  }

  private void measure(Manner manner, int flight) throws IOException, InterruptedException {
    List<Integer> at =
        IntStream.range(0, internet.addresses())
            .filter(i -> internet.manner(i) == manner)
            .boxed()
            .toList();
    long heap = heap();
    long resident = resident();
    for (int i = 0; i < flight; i++) {
      int index = at.get(i % at.size());
      var _ = threads.submit(() -> probe(index));
    }
    Thread.sleep(Duration.ofSeconds(Math.max(5, flight / 300)));
    System.out.printf(
        "%d probes at servers that are %s: heap %.1f KiB each after collection, resident %.1f"
            + " KiB%n",
        flight,
        manner,
        (heap() - heap) / 1024.0 / flight,
        (resident() - resident) / 1024.0 / flight);
  }

  private void probe(int index) {
    Endpoint endpoint =
        new Endpoint(internet.address(index), Service.onPort(port).with(TlsMode.STARTTLS));
    ProbeOptions options =
        new ProbeOptions(
            patient(),
            Optional.of("mx.example"),
            Optional.of(EhloName.of(new HostName("probe.example.net"))));
    var facts =
        new EndpointProbe(
                endpoint,
                options,
                new Dialer(Optional.empty(), AddressPolicy.ANY),
                ScanListener.NONE)
            .run(Deadline.after(patient().whole()));
    if (facts.elapsed().isNegative()) {
      throw new IllegalStateException("time runs backwards");
    }
  }

  private static Budget patient() {
    Duration minutes = Duration.ofMinutes(10);
    return new Budget(minutes, minutes, minutes, minutes, minutes, minutes);
  }

  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
