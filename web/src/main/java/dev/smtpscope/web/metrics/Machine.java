package dev.smtpscope.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What the Java virtual machine tells of itself, under the names that Prometheus clients use. */
final class Machine {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Machine() {}

  static void addTo(Gauges gauges) {
    gauges.asked(
        "jvm_memory_used_bytes",
        "Memory in use.",
        "area",
        () ->
            Map.of(
                "heap", MEMORY.getHeapMemoryUsage().getUsed(),
                "nonheap", MEMORY.getNonHeapMemoryUsage().getUsed()));
    gauges.asked(
        "jvm_memory_max_bytes",
        "Memory that may be used at most.",
        "area",
        () -> Map.of("heap", MEMORY.getHeapMemoryUsage().getMax()));
    gauges.asked(
        "jvm_threads_current",
        "Platform threads.",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
    gauges.counted(
        "jvm_gc_collections_total",
        "Garbage collections.",
        "gc",
        () -> byCollector(GarbageCollectorMXBean::getCollectionCount));
    gauges.counted(
        "jvm_gc_collection_seconds_total",
        "Time in garbage collections.",
        "gc",
        () -> inSeconds(byCollector(GarbageCollectorMXBean::getCollectionTime)));
    gauges.asked(
        "process_start_time_seconds",
        "When the process started, in seconds since 1970.",
        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
  }

  private static Map<String, Long> byCollector(ToLongFunction<GarbageCollectorMXBean> value) {
    Map<String, Long> all = new HashMap<>();
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(bean -> all.put(bean.getName(), value.applyAsLong(bean)));
    return all;
  }

  private static Map<String, Double> inSeconds(Map<String, Long> millis) {
    Map<String, Double> all = new HashMap<>();
    millis.forEach((name, value) -> all.put(name, value / 1000.0));
    return all;
  }
}
