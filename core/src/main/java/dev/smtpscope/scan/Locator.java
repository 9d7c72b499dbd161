package dev.smtpscope.scan;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Finds the addresses of hosts, IPv6 first. In the DNS a name that does not exist is told from one
 * that could not be looked up by the response code; a bogus answer counts as a failure, as it does
 * for whoever asks a validating resolver.
 */
final class Locator {
  private final NameService names;
  private final Scope scope;

  Locator(NameService names, Scope scope) {
    this.names = names;
    this.scope = scope;
  }

  /** Where a host is, and what the DNS said of it where it was asked. */
  record Located(Lookup lookup, List<DnsAnswer> answers) {
    static Located at(InetAddress address) {
      return new Located(new Lookup.Literal(address), List.of());
    }
  }

  /** Looks for {@code name} in the DNS, and with the system where the DNS has no address. */
  Located locate(HostName name, Deadline deadline) {
    Optional<DnsClient> dns = names.dns().filter(_ -> !isLocal(name));
    Optional<Located> found = dns.map(client -> ask(client, name, deadline));
    return found
        .filter(located -> located.lookup() instanceof Lookup.Found || names.system().isEmpty())
        .orElseGet(() -> withSystem(name, deadline, found));
  }

  /** A name that the DNS of the Internet can't have (RFC 6761, 6762). */
  boolean isLocal(HostName name) {
    List<String> labels = name.labels();
    return names.system().isPresent()
        && (labels.size() == 1 || List.of("localhost", "local").contains(labels.getLast()));
  }

  /** What the DNS said is the better account of why there is no address. */
  private Located withSystem(HostName name, Deadline deadline, Optional<Located> fromDns) {
    Lookup lookup =
        names
            .system()
            .<AddressResolver>map(system -> system)
            .orElseThrow()
            .lookup(name, deadline.remaining());
    Located local = new Located(lookup, List.of());
    return lookup instanceof Lookup.Found ? local : fromDns.orElse(local);
  }

  private Located ask(DnsClient dns, HostName name, Deadline deadline) {
    long began = System.nanoTime();
    List<DnsAnswer> answers =
        scope.all(
            Stream.of(RecordType.AAAA, RecordType.A)
                .<Callable<DnsAnswer>>map(type -> () -> dns.ask(DnsName.of(name), type, deadline))
                .toList());
    return new Located(lookup(answers, Duration.ofNanos(System.nanoTime() - began)), answers);
  }

  private static Lookup lookup(List<DnsAnswer> answers, Duration elapsed) {
    List<InetAddress> addresses =
        answers.stream()
            .filter(answer -> answer.status() != DnssecStatus.BOGUS)
            .flatMap(answer -> answer.records(RecordData.Address.class).stream())
            .map(RecordData.Address::address)
            .distinct()
            .toList();
    if (!addresses.isEmpty()) {
      return new Lookup.Found(addresses, elapsed);
    }
    return answers.stream()
        .flatMap(answer -> failure(answer).stream())
        .findFirst()
        .<Lookup>map(detail -> new Lookup.Failed(detail, elapsed))
        .orElseGet(() -> new Lookup.NotFound(absence(answers.getLast()), elapsed));
  }

  private static Optional<String> failure(DnsAnswer answer) {
    if (answer.status() == DnssecStatus.BOGUS) {
      return Optional.of("the answer is bogus (DNSSEC): " + answer.reason());
    }
    return answer.outcome() instanceof DnsOutcome.Failed(_, String detail)
        ? Optional.of(detail)
        : Optional.empty();
  }

  private static String absence(DnsAnswer answer) {
    return answer.outcome() instanceof DnsOutcome.NoSuchName
        ? "the name does not exist (NXDOMAIN)"
        : "the name has no address";
  }
}
