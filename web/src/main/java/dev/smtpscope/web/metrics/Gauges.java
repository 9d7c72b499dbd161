package dev.smtpscope.web.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Makes metrics in a registry, in few words. */
record Gauges(PrometheusRegistry registry) {
  Gauges() {
    this(new PrometheusRegistry());
  }

  Gauge gauge(String name, String help, String... labels) {
    return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  void set(String name, String help, double value) {
    gauge(name, help).set(value);
  }

  void asked(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** A gauge with one label. */
  void asked(
      String name,
      String help,
      String label,
      Supplier<? extends Map<String, ? extends Number>> all) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback ->
            all.get().forEach((word, value) -> callback.call(value.doubleValue(), word)))
        .register(registry);
  }

  /** A counter with one label. */
  void counted(
      String name,
      String help,
      String label,
      Supplier<? extends Map<String, ? extends Number>> all) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback ->
            all.get().forEach((word, value) -> callback.call(value.doubleValue(), word)))
        .register(registry);
  }
}
