package dev.smtpscope.probe.resolve;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses from the DNS alone, IPv6 first as the system's resolver has them. A name that does not
 * exist is told from one that could not be looked up by the response code. Bogus answers count as
 * failures, as they do for whoever asks a validating resolver.
 */
public final class DnsAddressResolver implements AddressResolver {
  private final DnsClient dns;

  public DnsAddressResolver(DnsClient dns) {
    this.dns = dns;
  }

  @Override
  public Lookup lookup(HostName name, Duration limit) {
    long began = System.nanoTime();
    Deadline deadline = Deadline.after(limit);
    List<DnsAnswer> answers =
        Stream.of(RecordType.AAAA, RecordType.A)
            .map(type -> dns.ask(DnsName.of(name), type, deadline))
            .toList();
    return lookup(answers, Duration.ofNanos(System.nanoTime() - began));
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
