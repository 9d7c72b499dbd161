package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Families;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import java.util.List;
import java.util.Optional;

/** Every sender at every address of one MX host. */
record HostVisits(DomainContext domain, HostContext host, MxTrust mx, MtaSts sts) {
  SenderTable.Row row() {
    Optional<Outcome> before = beforeConnections();
    List<Visit> visits = before.isPresent() ? List.of() : visits();
    List<Prediction> predictions =
        List.of(Sender.values()).stream()
            .map(sender -> before.orElseGet(() -> outcome(visits, sender)).by(sender))
            .toList();
    return new SenderTable.Row(
        host.host().label(), host.host().preference().orElseThrow(), predictions);
  }

  /** What no sender gets beyond. */
  private Optional<Outcome> beforeConnections() {
    return switch (host.host().lookup()) {
      case Lookup.NotFound(var detail, var elapsed) ->
          Optional.of(Outcome.of(Delivery.BOUNCED, "the host has no address"));
      case Lookup.Failed(var detail, var elapsed) ->
          Optional.of(
              Outcome.of(
                  isServersFault() ? Delivery.DEFERRED : Delivery.UNKNOWN,
                  "the addresses could not be looked up: " + detail));
      case Lookup.Found found -> elsewhere();
      case Lookup.Literal literal -> elsewhere();
    };
  }

  /** A failure that every resolver meets. */
  private boolean isServersFault() {
    return host.host().answers().stream()
        .anyMatch(a ->
            a.outcome() instanceof DnsOutcome.Failed(var kind, var detail)
                && kind == DnsFailure.SERVFAIL);
  }

  private Optional<Outcome> elsewhere() {
    if (reachable().isEmpty()) {
      return Optional.of(Outcome.unknown("none of its addresses could be tried from here"));
    }
    boolean blocked =
        domain.mailHosts().stream()
            .flatMap(h -> h.seen().stream())
            .allMatch(e -> e.dial() instanceof DialOutcome.TimedOut);
    return blocked
        ? Optional.of(
            Outcome.unknown("no MX host answers; this network may block connections to port 25"))
        : Optional.empty();
  }

  /** Without those that there is no way to from here, which says nothing of them. */
  private List<EndpointContext> reachable() {
    return host.endpoints().stream()
        .filter(e -> e.role() == Role.MX)
        .filter(e ->
            !(e.endpoint().dial() instanceof DialOutcome.Unreachable
                && Families.isSilent(e.endpoint().endpoint().address(), e.facts())))
        .toList();
  }

  private List<Visit> visits() {
    HostName name = host.referenceName().orElseGet(domain::domain);
    return reachable().stream()
        .map(e ->
            new Visit(
                name,
                e,
                Reach.of(e),
                mx,
                sts,
                Dane.of(host, e.endpoint().endpoint().service().port())))
        .toList();
  }

  private Outcome outcome(List<Visit> visits, Sender sender) {
    Outcome outcome =
        Chance.of(visits.stream().map(v -> new Chance(label(v), v.of(sender))).toList());
    int untried =
        host.host().addresses().leftOut().size() + host.endpoints().size() - visits.size();
    return untried == 0
        ? outcome
        : outcome.noting(untried + " of its addresses could not be tried from here");
  }

  private static String label(Visit visit) {
    return Addresses.text(visit.endpoint().endpoint().endpoint().address());
  }
}
