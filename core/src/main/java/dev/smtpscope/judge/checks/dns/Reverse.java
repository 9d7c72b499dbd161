package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.ReverseLookup;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names of one of a host's addresses.
 *
 * @param names that its PTR records give
 */
record Reverse(InetAddress address, ReverseLookup lookup, List<DnsName> names) {
  /** More names than these are not followed back. */
  private static final int FOLLOWED = 4;

  /**
   * Those of the host's addresses whose names were asked for, each under the first of its hosts
   * alone.
   */
  static List<Reverse> of(HostContext context) {
    return context.host().addresses().tested().stream()
        .filter(address -> isFirstOf(context, address))
        .flatMap(address -> context.facts().records().reverse(address).stream())
        .map(Reverse::of)
        .toList();
  }

  private static Reverse of(ReverseLookup lookup) {
    return new Reverse(
        lookup.address(),
        lookup,
        lookup.pointer().records(RecordData.Ptr.class).stream().map(RecordData.Ptr::name).toList());
  }

  private static boolean isFirstOf(HostContext context, InetAddress address) {
    return context.facts().hosts().stream()
        .filter(host -> host.addresses().tested().contains(address))
        .findFirst()
        .filter(context.host()::equals)
        .isPresent();
  }

  /** Reverse names concern servers that mail servers speak with. */
  static Applicability appliesTo(HostContext context) {
    if (context.host().services().stream().noneMatch(s -> s.role() == Role.MX)) {
      return Applicability.not("users' mail programs do not look at reverse DNS");
    }
    return of(context).isEmpty()
        ? Applicability.not("no names of its addresses were asked for here")
        : Applicability.applies();
  }

  String text() {
    return Addresses.text(address);
  }

  boolean isUnknown() {
    return lookup.pointer().outcome() instanceof DnsOutcome.Failed;
  }

  /** Whether one of its names has this address. */
  boolean isConfirmed() {
    return lookup.forward().stream()
        .flatMap(answer -> answer.records(RecordData.Address.class).stream())
        .anyMatch(record -> record.address().equals(address));
  }

  /** Whether a name that was not followed, or not answered, could confirm it. */
  boolean mayBeConfirmed() {
    return names.size() > FOLLOWED
        || lookup.forward().stream().anyMatch(a -> a.outcome() instanceof DnsOutcome.Failed);
  }

  List<String> lines() {
    return Stream.concat(Stream.of(lookup.pointer()), lookup.forward().stream())
        .flatMap(answer -> Dns.lines(answer).stream())
        .toList();
  }

  String dig() {
    return Reproduce.command(List.of("dig", "-x", text()));
  }

  /** How a check of all of a host's addresses ends. */
  static Judgement judgement(List<Finding> findings, List<Reverse> unknown) {
    return findings.isEmpty() && !unknown.isEmpty()
        ? new Judgement.Inconclusive(
            "not all names of " + unknown.getFirst().text() + " could be looked up")
        : Judgement.of(findings);
  }
}
