package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.target.Addresses;
import java.util.List;
import java.util.Optional;

/** The MX records of a domain. */
final class MxRecords {
  private MxRecords() {}

  /** Those that name a server, as they came but for their order. */
  static List<RecordData.Mx> listed(DomainContext context) {
    return context.mx() instanceof MxSet.Listed(var records, var withNull) ? records : List.of();
  }

  /** All of them, a null MX as well. */
  static List<RecordData.Mx> all(DomainContext context) {
    return answer(context).map(a -> a.records(RecordData.Mx.class)).orElseGet(List::of);
  }

  static Optional<DnsAnswer> answer(DomainContext context) {
    return context.route().mx();
  }

  /** The answer as evidence. */
  static List<String> lines(DomainContext context) {
    return answer(context).map(Dns::lines).orElseGet(List::of);
  }

  /** One record as a zone has it. */
  static String line(DomainContext context, RecordData.Mx mx) {
    String owner = answer(context).map(a -> a.canonicalName().text()).orElse("");
    return owner + " MX " + mx.preference() + " " + mx.exchange();
  }

  /** The command that asks for them. */
  static String dig(DomainContext context) {
    return Reproduce.command(List.of("dig", context.domain().ascii(), "MX"));
  }

  /** Whether mail can be sent to the target at all: a name, not an address in its place. */
  static boolean isHost(RecordData.Mx mx) {
    return mx.exchange().hostName().isPresent() && !isAddress(mx);
  }

  static boolean isAddress(RecordData.Mx mx) {
    return Addresses.parse(mx.exchange().text()).isPresent();
  }
}
