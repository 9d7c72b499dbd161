package dev.smtpscope.scan;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.Route;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.policy.PolicyProbe;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Looks at one target: finds its servers, then tries every address and port of them side by side
 * while the DNS is asked for the rest. For one scan; {@link #cancel} may be called from any thread.
 */
public final class Scanner {
  private final ScanOptions options;
  private final NameService names;
  private final Scope scope;
  private final Prober prober;
  private volatile boolean cancelled;

  /** A scanner of hosts on virtual threads. */
  public Scanner(ScanOptions options, AddressResolver resolver) {
    this(options, NameService.addressesOnly(resolver), ThreadKind.VIRTUAL);
  }

  public Scanner(ScanOptions options, NameService names, ThreadKind threads) {
    this.options = options;
    this.names = names;
    this.scope = new Scope(threads);
    this.prober = new DirectProber(options, scope::runAll);
  }

  /** A scanner on virtual threads that shares {@code prober} with scans of other targets. */
  public Scanner(ScanOptions options, NameService names, Prober prober) {
    this.options = options;
    this.names = names;
    this.scope = new Scope(ThreadKind.VIRTUAL);
    this.prober = prober;
  }

  /** Runs the scan and returns when all is known, the budget is spent or it was cancelled. */
  public Facts scan(Target target, ScanListener listener) {
    Router router = new Router(options, names, scope);
    Duration limit = shorter(options.budget().lookup(), options.budget().whole());
    return new Run(target, listener).with(() -> router.route(target, limit), true);
  }

  /** What the DNS and the policy's host say of {@code target}; no mail server is talked to. */
  public Facts look(Target target) {
    Router router = new Router(options, names, scope);
    Duration limit = shorter(options.budget().lookup(), options.budget().whole());
    return new Run(target, ScanListener.NONE).with(() -> router.route(target, limit), false);
  }

  /** The same, on a way that is known. */
  public Facts scan(Target target, Route route, ScanListener listener) {
    return new Run(target, listener).with(() -> route, true);
  }

  /** Ends a running scan at once; {@link #scan} then returns what is known so far. */
  public void cancel() {
    cancelled = true;
    scope.cancel();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private final class Run {
    private final Target target;
    private final ScanListener listener;
    private final Instant observedAt = Instant.now();
    private final long began = System.nanoTime();
    private final Deadline whole = Deadline.after(options.budget().whole());
    private final Dialer dialer = new Dialer(options.source(), options.policy());

    Run(Target target, ScanListener listener) {
      this.target = target;
      this.listener = listener;
    }

    Facts with(java.util.function.Supplier<Route> finding, boolean probing) {
      listener.on(new ScanEvent.ScanStarted(target));
      try (scope) {
        Route route = finding.get();
        listener.on(new ScanEvent.RouteFound(target, route));
        Optional<RecordSearch> search = names.dns().map(dns -> search(route));
        List<EndpointFacts> endpoints = probing ? probed(route, search) : List.of();
        NameRecords records = search.map(RecordSearch::join).orElse(NameRecords.NONE);
        Facts facts = facts(route, endpoints, records);
        listener.on(new ScanEvent.ScanFinished(facts));
        return facts;
      }
    }

    private RecordSearch search(Route route) {
      return new RecordSearch(
          route,
          target.name(),
          options.queries(),
          names.dns().orElseThrow(),
          new PolicyProbe(dialer),
          scope,
          whole.within(options.budget().lookup()));
    }

    private Facts facts(Route route, List<EndpointFacts> endpoints, NameRecords records) {
      return new Facts(
          Facts.SCHEMA,
          observedAt,
          target,
          options.ehloName().map(EhloName::value),
          route,
          endpoints,
          records,
          Duration.ofNanos(System.nanoTime() - began),
          cancelled);
    }

    /** Each address and port once, under the name of the first host that has it. */
    private List<EndpointFacts> probed(Route route, Optional<RecordSearch> search) {
      Map<Endpoint, MailHost> hosts = new LinkedHashMap<>();
      for (MailHost host : route.hosts()) {
        host.endpoints().forEach(endpoint -> hosts.putIfAbsent(endpoint, host));
      }
      List<Callable<List<EndpointFacts>>> lanes =
          lanes(route, hosts.keySet()).stream()
              .<Callable<List<EndpointFacts>>>map(lane ->
                  () ->
                      lane.stream()
                          .map(e -> probe(Objects.requireNonNull(hosts.get(e)), e, search))
                          .toList())
              .toList();
      List<Endpoint> order = List.copyOf(hosts.keySet());
      return scope.all(lanes).stream()
          .flatMap(List::stream)
          .sorted(Comparator.comparingInt(facts -> order.indexOf(facts.endpoint())))
          .toList();
    }

    /**
     * What is tried side by side. The servers of a domain are many and see one connection at a time
     * at each address; the ports of a host that was asked for are quicker together.
     */
    private Collection<List<Endpoint>> lanes(Route route, Set<Endpoint> endpoints) {
      return endpoints.stream()
          .collect(
              Collectors.groupingBy(
                  e -> route.isDomain() ? e.address() : e, LinkedHashMap::new, Collectors.toList()))
          .values();
    }

    private EndpointFacts probe(MailHost host, Endpoint endpoint, Optional<RecordSearch> search) {
      Prober.Visit visit = new Prober.Visit(endpoint, host.name(), sni(host, endpoint, search));
      listener.on(new ScanEvent.EndpointStarted(endpoint));
      EndpointFacts facts = prober.probe(visit, whole, listener);
      listener.on(new ScanEvent.EndpointFinished(facts));
      return facts;
    }
  }

  private Optional<String> sni(MailHost host, Endpoint endpoint, Optional<RecordSearch> search) {
    return switch (options.sni()) {
      case ServerNameIndication.FollowHost follow ->
          search
              .flatMap(s -> s.baseDomain(host, endpoint))
              .or(() -> host.name().map(HostName::ascii));
      case ServerNameIndication.Fixed fixed -> Optional.of(fixed.name().ascii());
      case ServerNameIndication.None none -> Optional.empty();
    };
  }
}
