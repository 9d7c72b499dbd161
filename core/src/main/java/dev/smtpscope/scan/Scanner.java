package dev.smtpscope.scan;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Looks at one target: every address and port side by side. For one scan; {@link #cancel} may be
 * called from any thread.
 */
public final class Scanner {
  private final ScanOptions options;
  private final AddressResolver resolver;
  private final Scope scope;
  private volatile boolean cancelled;

  /** A scanner on virtual threads. */
  public Scanner(ScanOptions options, AddressResolver resolver) {
    this(options, resolver, ThreadKind.VIRTUAL);
  }

  public Scanner(ScanOptions options, AddressResolver resolver, ThreadKind threads) {
    this.options = options;
    this.resolver = resolver;
    this.scope = new Scope(threads);
  }

  /** Runs the scan and returns when all is known, the budget is spent or it was cancelled. */
  public Facts scan(Target target, ScanListener listener) {
    Instant observedAt = Instant.now();
    long began = System.nanoTime();
    Deadline whole = Deadline.after(options.budget().whole());
    listener.on(new ScanEvent.ScanStarted(target));
    try (scope) {
      Lookup lookup = lookup(target, whole);
      AddressChoice addresses = options.addresses().choose(lookup);
      listener.on(new ScanEvent.LookupFinished(target, lookup, addresses));
      List<EndpointFacts> endpoints = scope.all(probes(target, addresses, whole, listener));
      Facts facts =
          new Facts(
              Facts.SCHEMA,
              observedAt,
              target,
              options.referenceName().or(target::name),
              options.ehloName().map(EhloName::value),
              lookup,
              addresses,
              endpoints,
              Duration.ofNanos(System.nanoTime() - began),
              cancelled);
      listener.on(new ScanEvent.ScanFinished(facts));
      return facts;
    }
  }

  /** Ends a running scan at once; {@link #scan} then returns what is known so far. */
  public void cancel() {
    cancelled = true;
    scope.cancel();
  }

  private Lookup lookup(Target target, Deadline whole) {
    Duration limit = whole.within(options.budget().lookup()).remaining();
    return switch (target.host()) {
      case Host.Literal literal -> new Lookup.Literal(literal.address());
      case Host.Name named ->
          options
              .addresses()
              .only()
              .<Lookup>map(Lookup.Literal::new)
              .orElseGet(() -> resolver.lookup(named.name(), limit));
    };
  }

  private List<Callable<EndpointFacts>> probes(
      Target target, AddressChoice addresses, Deadline whole, ScanListener listener) {
    Dialer dialer = new Dialer(options.source(), options.policy());
    ProbeOptions probe = new ProbeOptions(options.budget(), sni(target), options.ehloName());
    return addresses.tested().stream()
        .flatMap(
            address -> target.services().stream().map(service -> new Endpoint(address, service)))
        .<Callable<EndpointFacts>>map(endpoint ->
            () ->
                probe(
                    new EndpointProbe(endpoint, probe, dialer, listener),
                    endpoint,
                    whole,
                    listener))
        .toList();
  }

  private static EndpointFacts probe(
      EndpointProbe probe, Endpoint endpoint, Deadline whole, ScanListener listener) {
    listener.on(new ScanEvent.EndpointStarted(endpoint));
    EndpointFacts facts = probe.run(whole);
    listener.on(new ScanEvent.EndpointFinished(facts));
    return facts;
  }

  private Optional<String> sni(Target target) {
    return switch (options.sni()) {
      case ServerNameIndication.FollowHost follow ->
          options.referenceName().or(target::name).map(HostName::ascii);
      case ServerNameIndication.Fixed fixed -> Optional.of(fixed.name().ascii());
      case ServerNameIndication.None none -> Optional.empty();
    };
  }
}
