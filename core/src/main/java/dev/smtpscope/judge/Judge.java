package dev.smtpscope.judge;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.judge.software.SoftwareDetector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks every check about every subject. Pure: the same facts and rules give the same verdicts. */
public final class Judge {
  private final Ruleset rules;
  private final List<Check> checks;

  /** Judges by {@code rules} with all checks. */
  public Judge(Ruleset rules) {
    this(rules, Checks.ALL);
  }

  Judge(Ruleset rules, List<Check> checks) {
    this.rules = rules;
    this.checks = checks;
  }

  /** The verdicts on {@code facts}, endpoints in the order they have there. */
  public Verdicts judge(Facts facts) {
    List<EndpointContext> contexts =
        facts.endpoints().stream().map(e -> context(facts, e)).toList();
    List<HostContext> hosts =
        facts.hosts().stream().map(host -> host(facts, host, contexts)).toList();
    Optional<DomainContext> domain = domain(facts, hosts);
    List<CheckResult> results = new ArrayList<>();
    for (Check check : checks) {
      switch (check) {
        case Check.OfDomain ofDomain -> domain.ifPresent(d -> results.add(ask(ofDomain, d)));
        case Check.OfHost ofHost -> hosts.forEach(h -> results.add(ask(ofHost, h)));
        case Check.OfEndpoint ofEndpoint -> contexts.forEach(c -> results.add(ask(ofEndpoint, c)));
      }
    }
    return new Verdicts(contexts.stream().map(Judge::insight).toList(), results);
  }

  private HostContext host(Facts facts, MailHost host, List<EndpointContext> endpoints) {
    return new HostContext(
        facts,
        host,
        endpoints.stream().filter(c -> host.has(c.endpoint().endpoint())).toList(),
        rules);
  }

  private Optional<DomainContext> domain(Facts facts, List<HostContext> hosts) {
    if (!facts.route().isDomain()) {
      return Optional.empty();
    }
    Optional<PathVerdict> path =
        facts.records().domain().flatMap(d -> d.policy().session()).flatMap(s -> path(s, facts));
    return Optional.of(new DomainContext(facts, rules, hosts, path));
  }

  private Optional<PathVerdict> path(TlsSession session, Facts facts) {
    return Optional.of(session.certificates())
        .filter(certificates -> !certificates.isEmpty())
        .map(certificates ->
            PathVerdict.of(certificates, rules.anchors(), facts.observedAt()));
  }

  private EndpointContext context(Facts facts, EndpointFacts endpoint) {
    Optional<Software> software = SoftwareDetector.detect(endpoint);
    Optional<PathVerdict> path = endpoint.session().flatMap(session -> path(session, facts));
    return new EndpointContext(facts, endpoint, rules, software, path);
  }

  private static EndpointInsight insight(EndpointContext context) {
    return new EndpointInsight(context.endpoint().endpoint(), context.software(), context.path());
  }

  private CheckResult ask(Check.OfDomain check, DomainContext context) {
    return result(check, context.subject(), check.appliesTo(context), c -> check.judge(context));
  }

  private CheckResult ask(Check.OfHost check, HostContext context) {
    return result(check, context.subject(), check.appliesTo(context), c -> check.judge(context));
  }

  private CheckResult ask(Check.OfEndpoint check, EndpointContext context) {
    return result(check, context.subject(), check.appliesTo(context), c -> check.judge(context));
  }

  private CheckResult result(
      Check check, Subject subject, Applicability applicability, Function<Check, Judgement> judge) {
    Judgement judgement =
        switch (applicability) {
          case Applicability.Applies applies -> graded(judge.apply(check));
          case Applicability.NotApplicable not -> new Judgement.NotApplicable(not.why());
          case Applicability.Unknown unknown -> new Judgement.Inconclusive(unknown.why());
        };
    return new CheckResult(check.id(), subject, judgement);
  }

  private Judgement graded(Judgement judgement) {
    return judgement instanceof Judgement.Fail(List<Finding> findings)
        ? new Judgement.Fail(findings.stream().map(this::graded).toList())
        : judgement;
  }

  private Finding graded(Finding f) {
    Severity severity = rules.severity(f.id(), f.severity());
    return new Finding(
        f.id(),
        severity,
        f.subject(),
        f.title(),
        f.evidence(),
        f.why(),
        f.fix(),
        f.references(),
        f.reproduce());
  }
}
