package dev.smtpscope.bulk.probe;

import dev.smtpscope.bulk.polite.Exclusions;
import dev.smtpscope.bulk.polite.Gate;
import dev.smtpscope.bulk.polite.Permit;
import dev.smtpscope.bulk.polite.Provider;
import dev.smtpscope.bulk.store.ProbeStore;
import dev.smtpscope.bulk.store.Recorded;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.scan.Prober;
import dev.smtpscope.target.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Looks at each address and port once, however many targets lead there; a second time only for a
 * server name whose certificate could be another. Who comes while somebody looks waits for that
 * look. Every connection waits for its turn at the {@link Gate}, and its time begins after that.
 */
public final class SharedProbes implements Prober {
  private static final int TRIES = 5;
  private static final String TOO_BUSY = "this machine was too busy to time the server";

  private final Prober prober;
  private final ProbeStore store;
  private final Gate gate;
  private final Exclusions exclusions;
  private final Duration limit;
  private final Clarity clarity;
  private final ProbeCounts counts;
  private final ConcurrentHashMap<Endpoint, CountDownLatch> looking = new ConcurrentHashMap<>();

  /**
   * @param prober connects at once
   * @param limit how long one look may take, without the wait for its turn
   * @param clarity tells which looks say nothing of the server
   */
  public SharedProbes(
      Prober prober,
      ProbeStore store,
      Gate gate,
      Exclusions exclusions,
      Duration limit,
      Clarity clarity,
      ProbeCounts counts) {
    this.prober = prober;
    this.store = store;
    this.gate = gate;
    this.exclusions = exclusions;
    this.limit = limit;
    this.clarity = clarity;
    this.counts = counts;
  }

  /** Waits as long as it takes; {@code whole} is not of the server but of the target. */
  @Override
  public EndpointFacts probe(Visit visit, Deadline whole, ScanListener listener) {
    return seen(visit, listener, true);
  }

  /**
   * The same without certificates that were asked for under another name, for judgements that
   * depend on that.
   */
  public Prober exact() {
    return (visit, _, listener) -> seen(visit, listener, false);
  }

  private EndpointFacts seen(Visit visit, ScanListener listener, boolean lends) {
    return refusal(visit)
        .map(why -> Untried.because(why, visit.endpoint()))
        .orElseGet(() -> shared(visit, listener, lends).at(visit.endpoint()));
  }

  private Optional<String> refusal(Visit visit) {
    return visit
        .host()
        .flatMap(exclusions::refusal)
        .or(() -> exclusions.refusal(visit.endpoint().address()));
  }

  private EndpointFacts shared(Visit visit, ScanListener listener, boolean lends) {
    try {
      return knownOrSeen(visit, listener, lends);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Untried.because("the check was stopped", visit.endpoint());
    }
  }

  private EndpointFacts knownOrSeen(Visit visit, ScanListener listener, boolean lends)
      throws InterruptedException {
    Endpoint place = place(visit.endpoint());
    while (true) {
      Optional<EndpointFacts> known = known(place, visit.sni(), lends);
      if (known.isPresent()) {
        return known.get();
      }
      CountDownLatch mine = new CountDownLatch(1);
      CountDownLatch other = looking.putIfAbsent(place, mine);
      if (other == null) {
        return lookUnlessKnown(place, visit, listener, lends, mine);
      }
      other.await();
    }
  }

  /** Between the first search and the claim another look may have ended. */
  private EndpointFacts lookUnlessKnown(
      Endpoint place, Visit visit, ScanListener listener, boolean lends, CountDownLatch mine)
      throws InterruptedException {
    try {
      Optional<EndpointFacts> known = known(place, visit.sni(), lends);
      return known.isPresent() ? known.get() : look(place, visit, listener);
    } finally {
      looking.remove(place);
      mine.countDown();
    }
  }

  /**
   * Looks again where this machine, not the server, may have been slow; in the end it's unknown.
   */
  private EndpointFacts look(Endpoint place, Visit visit, ScanListener listener)
      throws InterruptedException {
    Optional<EndpointFacts> clear = clearLook(place, visit, listener);
    for (int tries = 1; tries < TRIES && clear.isEmpty(); tries++) {
      clarity.lateness().awaitCalm();
      clear = clearLook(place, visit, listener);
    }
    EndpointFacts facts = clear.orElseGet(() -> Untried.because(TOO_BUSY, place));
    if (!Thread.currentThread().isInterrupted()) {
      store.add(facts, visit.sni());
    }
    return facts;
  }

  private Optional<EndpointFacts> clearLook(Endpoint place, Visit visit, ScanListener listener)
      throws InterruptedException {
    Optional<String> provider = visit.host().map(Provider::of);
    try (Permit _ = gate.enter(place.address(), provider);
        ProbeCounts.Running running = counts.begin()) {
      long began = clarity.lateness().now();
      Visit there = new Visit(place, visit.host(), visit.sni());
      EndpointFacts facts = prober.probe(there, Deadline.after(limit), listener);
      if (clarity.isLacking(facts, began) && !Thread.currentThread().isInterrupted()) {
        running.unclear();
        return Optional.empty();
      }
      running.seen(facts);
      gate.seen(facts, provider);
      return Optional.of(facts);
    }
  }

  private Optional<EndpointFacts> known(Endpoint place, Optional<String> name, boolean lends) {
    Optional<EndpointFacts> found =
        store.find(place, name).stream()
            .filter(seen -> lends || !Loans.isLent(seen.facts(), name))
            .map(Recorded::facts)
            .findFirst();
    found.ifPresent(_ -> counts.shared());
    return found;
  }

  /** The same for all roles that a port may have. */
  private static Endpoint place(Endpoint endpoint) {
    Service service = endpoint.service();
    return new Endpoint(endpoint.address(), Service.onPort(service.port()).with(service.tls()));
  }
}
