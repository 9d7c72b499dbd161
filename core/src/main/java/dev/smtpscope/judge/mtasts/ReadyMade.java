package dev.smtpscope.judge.mtasts;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.HostName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A policy and a record for the MX hosts that a domain has, ready to publish. */
public final class ReadyMade {
  private static final Duration AGE = Duration.ofDays(7);
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private ReadyMade() {}

  /** A policy to begin with, in mode testing; empty where the domain has no MX host. */
  public static Optional<Policy> policy(DomainContext context) {
    List<MxPattern> hosts = hosts(context).stream().map(MxPattern::of).toList();
    return hosts.isEmpty() ? Optional.empty() : Optional.of(new Policy(Mode.TESTING, AGE, hosts));
  }

  /** {@code policy} with the hosts that it leaves out. */
  public static Policy completed(Policy policy, DomainContext context) {
    Stream<MxPattern> missing =
        hosts(context).stream().filter(host -> !policy.covers(host)).map(MxPattern::of);
    return new Policy(
        policy.mode(), policy.maxAge(), Stream.concat(policy.mx().stream(), missing).toList());
  }

  /** The record that announces a policy first seen at {@code now}, as a zone has it. */
  public static String record(HostName domain, Instant now) {
    return "_mta-sts." + domain + ". TXT \"v=STSv1; id=" + ID.format(now) + ";\"";
  }

  /** Where the policy is fetched from. */
  public static String url(HostName domain) {
    return "https://" + MtaSts.host(domain) + "/.well-known/mta-sts.txt";
  }

  /** The hosts that mail goes to, the most preferred first, each once. */
  public static List<HostName> hosts(DomainContext context) {
    return switch (context.mx()) {
      case MxSet.Listed(var records, var withNull) ->
          records.stream().flatMap(mx -> host(mx).stream()).distinct().toList();
      case MxSet.Absent none -> List.of(context.domain());
      case MxSet.Null none -> List.of();
      case MxSet.NoSuchName none -> List.of();
      case MxSet.Unknown none -> List.of();
    };
  }

  private static Optional<HostName> host(RecordData.Mx mx) {
    return mx.exchange().hostName().filter(name -> Addresses.parse(name.ascii()).isEmpty());
  }
}
