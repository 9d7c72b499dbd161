package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Reachability;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.smtp.Dialled;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.List;

/** The domain's hosts, as lines of evidence. */
final class Hosts {
  private Hosts() {}

  /** What the DNS said of the host's addresses. */
  static List<String> addressLines(HostContext host) {
    List<DnsAnswer> answers = host.host().answers();
    return answers.isEmpty()
        ? List.of("A and AAAA of " + host.host().label() + ": " + told(host.host().lookup()))
        : answers.stream().flatMap(a -> Dns.lines(a).stream()).distinct().toList();
  }

  private static String told(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Literal(var address) -> Addresses.text(address);
      case Lookup.Found(var addresses, var elapsed) ->
          String.join(", ", addresses.stream().map(Addresses::text).toList());
      case Lookup.NotFound(var detail, var elapsed) -> detail;
      case Lookup.Failed(var detail, var elapsed) -> "no answer: " + detail;
    };
  }

  /** The host and how connections to it went. */
  static List<String> dialled(HostContext host) {
    String who = host.host().preference().map(p -> p + " ").orElse("") + host.host().label();
    return host.seen().isEmpty()
        ? List.of(who + ": " + told(host.host().lookup()))
        : host.seen().stream().map(e -> who + ": " + Dialled.told(e)).toList();
  }

  static boolean is(HostContext host, Reachability reachability) {
    return host.reachability() == reachability;
  }

  static String names(List<HostContext> hosts) {
    return Words.list(hosts.stream().map(h -> h.host().label()).toList());
  }
}
