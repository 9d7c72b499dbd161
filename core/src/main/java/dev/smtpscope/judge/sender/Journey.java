package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.judge.DomainContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** From the domain to its hosts, one preference after another. */
record Journey(DomainContext context, List<SenderTable.Row> rows, MxTrust mx) {
  Outcome outcome(Sender sender) {
    return switch (context.mx()) {
      case MxSet.Null none -> Outcome.of(Delivery.BOUNCED, "the domain takes no mail (null MX)");
      case MxSet.NoSuchName none -> Outcome.of(Delivery.BOUNCED, "the domain does not exist");
      case MxSet.Unknown(var detail) -> withoutMx(detail);
      case MxSet.Absent absent -> overPreferences(sender);
      case MxSet.Listed listed -> listed(sender);
    };
  }

  private Outcome withoutMx(String detail) {
    Optional<DnsFailure> failure =
        context
            .route()
            .mx()
            .map(DnsAnswer::outcome)
            .flatMap(o ->
                o instanceof DnsOutcome.Failed(var kind, var text)
                    ? Optional.of(kind)
                    : Optional.empty());
    return Outcome.of(
        failure.filter(kind -> kind == DnsFailure.SERVFAIL).isPresent()
            ? Delivery.DEFERRED
            : Delivery.UNKNOWN,
        "the MX records could not be looked up: " + detail);
  }

  private Outcome listed(Sender sender) {
    boolean validates =
        sender == Sender.DANE || sender == Sender.DANE_AND_MTA_STS || sender == Sender.REQUIRETLS;
    return mx == MxTrust.BOGUS && validates ? MxTrust.bogus() : overPreferences(sender);
  }

  private Outcome overPreferences(Sender sender) {
    List<Chance> refused = new ArrayList<>();
    for (List<Chance> hosts : byPreference(sender)) {
      Outcome outcome = Chance.of(hosts);
      if (!outcome.delivery().isRefused()) {
        return refused.isEmpty() ? outcome : outcome.noting("tried before: " + told(refused));
      }
      refused.addAll(hosts);
    }
    return refused.isEmpty() || !context.route().leftOut().isEmpty()
        ? Outcome.unknown("not all MX hosts were looked at")
        : Chance.of(refused);
  }

  private static String told(List<Chance> refused) {
    return refused.stream()
        .map(way -> way.label() + " (" + way.outcome().reason() + ")")
        .collect(Collectors.joining(", "));
  }

  private List<List<Chance>> byPreference(Sender sender) {
    TreeMap<Integer, List<Chance>> groups =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    SenderTable.Row::preference,
                    TreeMap::new,
                    Collectors.mapping(row -> chance(row, sender), Collectors.toList())));
    return List.copyOf(groups.values());
  }

  private static Chance chance(SenderTable.Row row, Sender sender) {
    Prediction p = row.of(sender);
    return new Chance(row.host(), new Outcome(p.delivery(), p.failure(), p.reason()));
  }
}
