package dev.smtpscope.realservers;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.report.Report;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.trust.PemBundle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What smtpscope makes of a running server. Each server is checked once, all its ports together.
 */
record Checked(RunningServer server, Report report) {
  private static final Map<Scenario, Checked> DONE = new ConcurrentHashMap<>();

  static Checked of(Scenario scenario) {
    RunningServer server = RealServers.running(scenario);
    return DONE.computeIfAbsent(scenario, _ -> now(server));
  }

  /** As the server is now. */
  static Checked now(RunningServer server) {
    return new Checked(server, check(server));
  }

  /** The server checked once more. */
  static Checked again(RunningServer server) {
    return new Checked(server, check(server));
  }

  /** What one connection to a port showed. */
  EndpointFacts at(Listener listener) {
    return report.facts().endpoints().stream()
        .filter(facts -> facts.endpoint().service().port() == listener.port())
        .findFirst()
        .orElseThrow();
  }

  EndpointInsight insight(Listener listener) {
    return report.verdicts().insights().stream()
        .filter(insight -> insight.endpoint().service().port() == listener.port())
        .findFirst()
        .orElseThrow();
  }

  /** The findings, one a line: port, severity and id. */
  List<String> findings() {
    return report.verdicts().findings().stream().map(Checked::line).sorted().toList();
  }

  private static String line(Finding finding) {
    String where =
        switch (finding.subject()) {
          case Subject.OfDomain domain -> "domain";
          case Subject.OfHost host -> "host";
          case Subject.OfEndpoint(var endpoint) -> String.valueOf(endpoint.service().port());
        };
    return where + " " + finding.severity().id() + " " + finding.id();
  }

  private static Report check(RunningServer server) {
    Lookup found = new Lookup.Found(List.of(server.address()), Duration.ZERO);
    Scanner scanner = new Scanner(Scans.PLAIN, (name, limit) -> found);
    return Report.of(scanner.scan(target(server), ScanListener.NONE), rules(server));
  }

  private static Target target(RunningServer server) {
    List<Service> services = server.listeners().stream().map(Checked::service).toList();
    return Target.host(Pki.HOST, new Host.Name(new HostName(Pki.HOST)), services);
  }

  private static Service service(Listener listener) {
    boolean implicit = listener.tls() == Listener.Tls.IMPLICIT;
    return Service.onPort(listener.port()).with(implicit ? TlsMode.IMPLICIT : TlsMode.STARTTLS);
  }

  private static Ruleset rules(RunningServer server) {
    try {
      return Ruleset.standard(PemBundle.read(server.pki().root()));
    } catch (PemBundle.InvalidBundleException e) {
      throw new IllegalStateException(e);
    }
  }
}
