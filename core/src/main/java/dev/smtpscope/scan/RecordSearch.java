package dev.smtpscope.scan;

import dev.smtpscope.facts.BlockListLookup;
import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.ReverseLookup;
import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.CnameLink;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.dns.ReverseName;
import dev.smtpscope.probe.policy.PolicyProbe;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Asks the DNS for all that is not an address: TLSA, PTR, policies. The questions begin at once and
 * run beside the probes.
 */
final class RecordSearch {
  /** Of an address with many names, so many are followed. */
  private static final int FORWARDED = 4;

  private final DnsClient dns;
  private final Scope scope;
  private final Deadline deadline;
  private final Map<HostAndPort, Future<TlsaLookup>> tlsa = new LinkedHashMap<>();
  private final List<Future<ReverseLookup>> reverse;
  private final List<Future<BlockListLookup>> blockLists;
  private final Optional<Future<DomainRecords>> domain;

  private record HostAndPort(HostName host, int port) {}

  RecordSearch(
      Route route,
      Optional<HostName> domain,
      NameQueries queries,
      DnsClient dns,
      PolicyProbe policies,
      Scope scope,
      Deadline deadline) {
    this.dns = dns;
    this.scope = scope;
    this.deadline = deadline;
    route.hosts().forEach(this::searchTlsa);
    List<InetAddress> addresses =
        route.hosts().stream()
            .filter(RecordSearch::isPublished)
            .flatMap(host -> host.addresses().tested().stream())
            .distinct()
            .toList();
    this.reverse = addresses.stream().map(a -> scope.fork(() -> reverse(a))).toList();
    this.blockLists =
        addresses.stream()
            .flatMap(a -> queries.blockLists().stream().map(z -> scope.fork(() -> listed(z, a))))
            .toList();
    this.domain =
        domain
            .filter(_ -> route.isDomain())
            .map(name ->
                scope.fork(() -> new DomainSearch(name, dns, policies, scope).run(deadline)));
  }

  /**
   * The name service of the Internet has nothing to say of a loopback address that it never gave.
   */
  private static boolean isPublished(MailHost host) {
    return !host.answers().isEmpty()
        || host.addresses().tested().stream().noneMatch(InetAddress::isLoopbackAddress);
  }

  /** The name for the hello: the TLSA base domain where the host is an alias (RFC 7672 2.2.2). */
  Optional<String> baseDomain(MailHost host, Endpoint endpoint) {
    return secureAlias(host)
        .flatMap(_ -> host.name())
        .flatMap(
            name -> Optional.ofNullable(tlsa.get(new HostAndPort(name, endpoint.service().port()))))
        .map(scope::join)
        .flatMap(found -> found.baseDomain().hostName())
        .map(HostName::ascii);
  }

  NameRecords join() {
    return new NameRecords(
        tlsa.values().stream().map(scope::join).toList(),
        reverse.stream().map(scope::join).toList(),
        blockLists.stream().map(scope::join).toList(),
        domain.map(scope::join));
  }

  private void searchTlsa(MailHost host) {
    if (host.name().isPresent() && !host.answers().isEmpty()) {
      host.services().stream()
          .filter(service -> service.role() == Role.MX)
          .map(Service::port)
          .forEach(port ->
              tlsa.put(
                  new HostAndPort(host.name().get(), port), scope.fork(() -> tlsa(host, port))));
    }
  }

  private TlsaLookup tlsa(MailHost host, int port) {
    HostName name = host.name().orElseThrow();
    Function<DnsName, DnsAnswer> ask =
        base -> dns.ask(base.child("_" + port + "._tcp"), RecordType.TLSA, deadline);
    Optional<DnsAnswer> atAlias =
        secureAlias(host).filter(alias -> !alias.equals(DnsName.of(name))).map(ask);
    boolean isEnd =
        atAlias.isPresent()
            && !(atAlias.get().outcome() instanceof DnsOutcome.NoData
                || atAlias.get().outcome() instanceof DnsOutcome.NoSuchName);
    return new TlsaLookup(
        name,
        port,
        isEnd
            ? List.of(atAlias.get())
            : atAlias
                .map(first -> List.of(first, ask.apply(DnsName.of(name))))
                .orElseGet(() -> List.of(ask.apply(DnsName.of(name)))));
  }

  private static Optional<DnsName> secureAlias(MailHost host) {
    return host.answers().stream()
        .filter(answer -> !answer.aliases().isEmpty())
        .filter(
            answer -> answer.aliases().stream().map(CnameLink::dnssec).allMatch(d -> d.isSecure()))
        .map(DnsAnswer::canonicalName)
        .findFirst();
  }

  private ReverseLookup reverse(InetAddress address) {
    DnsAnswer pointer = dns.ask(ReverseName.of(address), RecordType.PTR, deadline);
    RecordType type = address instanceof Inet6Address ? RecordType.AAAA : RecordType.A;
    List<DnsAnswer> forward =
        scope.all(
            pointer.records(RecordData.Ptr.class).stream()
                .limit(FORWARDED)
                .<java.util.concurrent.Callable<DnsAnswer>>map(
                    ptr -> () -> dns.ask(ptr.name(), type, deadline))
                .toList());
    return new ReverseLookup(address, pointer, forward);
  }

  private BlockListLookup listed(DnsName zone, InetAddress address) {
    DnsName name = ReverseName.below(zone, address);
    DnsAnswer codes = dns.ask(name, RecordType.A, deadline);
    boolean listed = !codes.records(RecordData.Address.class).isEmpty();
    return new BlockListLookup(
        zone,
        address,
        codes,
        listed ? Optional.of(dns.ask(name, RecordType.TXT, deadline)) : Optional.empty());
  }
}
