package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** MX records that lead to the same server. */
public final class MxDuplicate extends OneRemedyDomainCheck {
  public MxDuplicate() {
    super(
        "mx-duplicate",
        "Does every MX record lead to another server?",
        Remedy.of("Keep one record for each server, the one with the preference that is meant."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<Finding> findings = new ArrayList<>(sameName(context));
    sameAddress(context).ifPresent(findings::add);
    return Judgement.of(findings);
  }

  private List<Finding> sameName(DomainContext context) {
    Map<DnsName, List<RecordData.Mx>> byName =
        MxRecords.listed(context).stream()
            .collect(
                Collectors.groupingBy(
                    RecordData.Mx::exchange, LinkedHashMap::new, Collectors.toList()));
    return byName.values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> sameName(context, same))
        .toList();
  }

  private Finding sameName(DomainContext context, List<RecordData.Mx> same) {
    return withRemedy(Severity.NOTICE, context)
        .title(same.size() + " MX records name " + same.getFirst().exchange())
        .evidence(same.stream().map(mx -> MxRecords.line(context, mx)).toList())
        .why(
            "The most preferred of them counts; the others add nothing, and may stand where a real"
                + " second server was meant.")
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(MxRecords.dig(context))
        .build();
  }

  /** Only where all is known: servers that could not be looked up may be elsewhere. */
  private Optional<Finding> sameAddress(DomainContext context) {
    List<HostContext> hosts = context.mailHosts();
    Set<Set<InetAddress>> places =
        hosts.stream().map(MxDuplicate::addresses).collect(Collectors.toSet());
    boolean same =
        hosts.size() > 1
            && places.size() == 1
            && !places.contains(Set.<InetAddress>of())
            && context.route().leftOut().isEmpty();
    return same ? Optional.of(sameAddress(context, hosts)) : Optional.empty();
  }

  private static Set<InetAddress> addresses(HostContext host) {
    return host.host().lookup() instanceof Lookup.Found(var addresses, var elapsed)
        ? Set.copyOf(addresses)
        : Set.of();
  }

  private Finding sameAddress(DomainContext context, List<HostContext> hosts) {
    return withRemedy("address", Severity.INFO, context)
        .title("all " + hosts.size() + " MX hosts have the same addresses")
        .evidence(hosts.stream().flatMap(h -> Hosts.addressLines(h).stream()).distinct().toList())
        .why(
            "It is one server under several names: if it fails, there is no other to fall back on.")
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(Reproduce.lookUp(hosts.getFirst().host().label()))
        .build();
  }
}
