package dev.smtpscope.realservers;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.NameQueries;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The TLS audit of a server that runs. */
record Audited(EndpointFacts facts, TlsAudit audit) {
  private static final int PARALLEL = 8;

  static Audited now(Endpoint server, AuditDepth depth) {
    return now(server, depth, PARALLEL);
  }

  static Audited now(Endpoint server, AuditDepth depth, int parallel) {
    var audit = new AuditOptions(depth, parallel, Duration.ZERO, Duration.ofMinutes(2));
    var options =
        new ScanOptions(
            Budget.STANDARD,
            AddressFilter.STANDARD,
            new ServerNameIndication.FollowHost(),
            Optional.empty(),
            Optional.of(EhloName.of(new HostName("client.smtpscope.test"))),
            Optional.empty(),
            AddressPolicy.ANY,
            NameQueries.STANDARD,
            Optional.of(audit));
    Target target =
        Target.host(
            Addresses.text(server.address()),
            new Host.Literal(server.address()),
            List.of(server.service()));
    EndpointFacts facts =
        new Scanner(
                options,
                (_, _) -> {
                  throw new IllegalStateException("an address is given");
                })
            .scan(target, ScanListener.NONE)
            .endpoints()
            .getFirst();
    return new Audited(facts, facts.audit().orElseThrow());
  }

  /** What it accepts, as {@link SuiteScanner} tells it. */
  Set<String> suites(SuiteScanner like) {
    Set<String> suites = new TreeSet<>();
    audit
        .spoken()
        .forEach(version ->
            version
                .accepted()
                .forEach(suite ->
                    suites.add(
                        version.version().label()
                            + " "
                            + (like.tellsNames()
                                ? suite.name()
                                : "%04X".formatted(suite.code())))));
    return suites;
  }
}
