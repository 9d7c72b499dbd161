package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.probe.ProbeCounts;
import dev.smtpscope.bulk.run.Standing;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** How a scan stands, as metrics. */
final class ScanMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Supplier<Standing> standing;

  ScanMetrics(Supplier<Standing> standing) {
    this.standing = standing;
    counted(
        "smtpscope_scan_targets_total",
        "Targets with results, by outcome.",
        "outcome",
        ScanMetrics::outcomes);
    counted(
        "smtpscope_scan_lines_passed_over_total",
        "Lines without a scan, by reason.",
        "reason",
        ScanMetrics::passedOver);
    gauge("smtpscope_scan_targets_in_flight", "Targets begun and not done.", Standing::inFlight);
    gauge(
        "smtpscope_scan_connections_in_flight",
        "Connections that are open or being opened.",
        s -> s.probes().inFlight());
    counted(
        "smtpscope_scan_connections_total",
        "Looks at servers, by how far they got.",
        "reached",
        ScanMetrics::looks);
    count(
        "smtpscope_scan_shared_total",
        "How often one look served another target too.",
        s -> s.probes().shared());
    count(
        "smtpscope_scan_defects_total",
        "Targets lost to a defect of smtpscope.",
        Standing::defects);
    count(
        "smtpscope_scan_input_bytes_total", "Octets of the input that were read.", Standing::read);
    gauge(
        "smtpscope_scan_input_size_bytes",
        "Octets of the input; 0 where that is not known.",
        s -> s.size().orElse(0L));
    gauge(
        "smtpscope_scan_elapsed_seconds",
        "Since this run began.",
        s -> s.elapsed().toMillis() / 1000.0);
    gauge(
        "jvm_memory_heap_used_bytes",
        "Heap in use.",
        _ -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  MetricSnapshots scrape() {
    return registry.scrape();
  }

  private static Map<String, Long> outcomes(Standing standing) {
    Map<String, Long> sums = new LinkedHashMap<>();
    standing.outcomes().forEach((outcome, sum) -> sums.put(outcome.id(), sum));
    return sums;
  }

  private static Map<String, Long> passedOver(Standing standing) {
    return Map.of(
        "rejected", standing.rejected(),
        "repeated", standing.repeated(),
        "excluded", standing.excluded(),
        "done_before", standing.before());
  }

  private static Map<String, Long> looks(Standing standing) {
    return Map.of(
        "nothing", nowhere(standing.probes()),
        "connection", standing.probes().connected() - standing.probes().inTls(),
        "tls", standing.probes().inTls(),
        "unclear", standing.probes().unclear());
  }

  private static long nowhere(ProbeCounts.Sums probes) {
    return probes.made() - probes.connected() - probes.unclear();
  }

  private void gauge(String name, String help, ToDoubleFunction<Standing> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(standing.get())))
        .register(registry);
  }

  private void count(String name, String help, ToDoubleFunction<Standing> value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.applyAsDouble(standing.get())))
        .register(registry);
  }

  private void counted(
      String name, String help, String label, Function<Standing, Map<String, Long>> values) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback ->
            values.apply(standing.get()).forEach((word, sum) -> callback.call(sum, word)))
        .register(registry);
  }
}
