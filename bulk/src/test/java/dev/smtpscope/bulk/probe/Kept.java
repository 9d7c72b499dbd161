package dev.smtpscope.bulk.probe;

import dev.smtpscope.bulk.store.ProbeStore;
import dev.smtpscope.bulk.store.Recorded;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Probes in memory. */
public final class Kept implements ProbeStore {
  private final Map<Endpoint, List<Recorded>> all = new ConcurrentHashMap<>();

  @Override
  public List<Recorded> find(Endpoint endpoint, Optional<String> name) {
    return all.getOrDefault(endpoint, List.of()).stream().filter(seen -> seen.isFor(name)).toList();
  }

  /** Whether nothing is kept of {@code endpoint}. */
  boolean lacks(Endpoint endpoint) {
    return !all.containsKey(endpoint);
  }

  @Override
  public void add(EndpointFacts facts, Optional<String> sni) {
    all.computeIfAbsent(facts.endpoint(), _ -> new CopyOnWriteArrayList<>())
        .add(new Recorded(facts, sni));
  }
}
