package dev.smtpscope.scan;

import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Finds the servers that a target leads to, and tells a host from a domain by its MX records where
 * the target may be either.
 */
public final class Router {
  private final ScanOptions options;
  private final NameService names;
  private final Scope scope;
  private final Locator locator;

  Router(ScanOptions options, NameService names, Scope scope) {
    this.options = options;
    this.names = names;
    this.scope = scope;
    this.locator = new Locator(names, scope);
  }

  /** The way to {@code target}, known or given up by the time that {@code options} allow. */
  public static Route find(Target target, ScanOptions options, NameService names) {
    try (Scope scope = new Scope(ThreadKind.VIRTUAL)) {
      return new Router(options, names, scope).route(target, options.budget().lookup());
    }
  }

  Route route(Target target, java.time.Duration limit) {
    Deadline deadline = Deadline.after(limit);
    return switch (target.host()) {
      case Host.Literal literal ->
          host(target, "an address was given", Locator.Located.at(literal.address()));
      case Host.Name named -> route(target, named.name(), deadline);
    };
  }

  private Route route(Target target, HostName name, Deadline deadline) {
    if (options.addresses().only().isPresent()) {
      return host(
          target, "its address was given", Locator.Located.at(options.addresses().only().get()));
    }
    return switch (target.meaning()) {
      case HOST -> host(target, "it was given as a host", locator.locate(name, deadline));
      case DOMAIN -> domain(target, "it was given as a domain", ask(name, deadline), deadline);
      case EITHER -> byRecords(target, name, deadline);
    };
  }

  private Route byRecords(Target target, HostName name, Deadline deadline) {
    if (locator.isLocal(name)) {
      return host(target, "it is a name of this network", locator.locate(name, deadline));
    }
    Future<Locator.Located> ifHost = scope.fork(() -> locator.locate(name, deadline));
    Optional<DnsAnswer> mx = ask(name, deadline);
    return switch (mx.map(MxSet::of).orElseGet(() -> new MxSet.Unknown("the DNS was not asked"))) {
      case MxSet.Listed listed -> domain(target, "it has MX records", mx, deadline);
      case MxSet.Null none -> domain(target, "it has a null MX record", mx, deadline);
      case MxSet.Absent none -> host(target, "it has no MX records", mx, scope.join(ifHost));
      case MxSet.NoSuchName none ->
          host(target, "the DNS does not have the name", mx, scope.join(ifHost));
      case MxSet.Unknown(String detail) ->
          host(target, "whether it has MX records is not known: " + detail, mx, scope.join(ifHost));
    };
  }

  private Optional<DnsAnswer> ask(HostName name, Deadline deadline) {
    return names.dns().map(dns -> dns.ask(DnsName.of(name), RecordType.MX, deadline));
  }

  private Route host(Target target, String why, Locator.Located located) {
    return host(target, why, Optional.empty(), located);
  }

  private Route host(Target target, String why, Optional<DnsAnswer> mx, Locator.Located located) {
    MailHost host =
        mailHost(
            options.referenceName().or(target::name), Optional.empty(), target.services(), located);
    return new Route(Route.Kind.HOST, why, mx, List.of(host), List.of());
  }

  private Route domain(Target target, String why, Optional<DnsAnswer> mx, Deadline deadline) {
    HostName name = target.name().orElseThrow();
    List<Exchange> exchanges =
        switch (mx.map(MxSet::of).orElseGet(() -> new MxSet.Unknown("the DNS was not asked"))) {
          case MxSet.Listed(var records, _) -> Exchange.of(records, target.mxServices());
          case MxSet.Absent none ->
              List.of(new Exchange(name, Optional.of(0), target.mxServices()));
          case MxSet.Null none -> List.of();
          case MxSet.NoSuchName none -> List.of();
          case MxSet.Unknown none -> List.of();
        };
    List<Exchange> tested = exchanges.stream().limit(options.addresses().hosts()).toList();
    List<DnsName> leftOut =
        exchanges.stream().skip(tested.size()).map(e -> DnsName.of(e.name())).toList();
    List<Exchange> all =
        Stream.concat(tested.stream(), submission(name, deadline).stream()).toList();
    return new Route(Route.Kind.DOMAIN, why, mx, locate(all, deadline), leftOut);
  }

  private List<MailHost> locate(List<Exchange> exchanges, Deadline deadline) {
    return scope.all(
        exchanges.stream()
            .<Callable<MailHost>>map(e ->
                () ->
                    mailHost(
                        Optional.of(e.name()),
                        e.preference(),
                        e.services(),
                        locator.locate(e.name(), deadline)))
            .toList());
  }

  private MailHost mailHost(
      Optional<HostName> name,
      Optional<Integer> preference,
      List<Service> services,
      Locator.Located located) {
    return new MailHost(
        name,
        preference,
        services,
        located.lookup(),
        options.addresses().choose(located.lookup()),
        located.answers());
  }

  private List<Exchange> submission(HostName domain, Deadline deadline) {
    if (!options.queries().submission() || names.dns().isEmpty()) {
      return List.of();
    }
    return SubmissionService.ALL.stream()
        .flatMap(service ->
            service
                .servers(names.dns().get().ask(service.at(domain), RecordType.SRV, deadline))
                .stream())
        .distinct()
        .limit(options.addresses().hosts())
        .toList();
  }

  /** A server to look for. */
  record Exchange(HostName name, Optional<Integer> preference, List<Service> services) {
    /** Each once, under its lowest preference; what can't be a host is left to the checks. */
    static List<Exchange> of(List<RecordData.Mx> records, List<Service> services) {
      List<Exchange> exchanges = new ArrayList<>();
      for (RecordData.Mx mx : records) {
        host(mx.exchange())
            .filter(name -> exchanges.stream().noneMatch(e -> e.name().equals(name)))
            .ifPresent(
                name -> exchanges.add(new Exchange(name, Optional.of(mx.preference()), services)));
      }
      return List.copyOf(exchanges);
    }

    static Optional<HostName> host(DnsName name) {
      return name.hostName().filter(host -> Addresses.parse(host.ascii()).isEmpty());
    }
  }
}
