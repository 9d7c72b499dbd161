package dev.smtpscope.judge;

import dev.smtpscope.facts.Facts;
import java.util.ArrayList;
import java.util.List;
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
    Contexts contexts = Contexts.of(facts, rules);
    List<CheckResult> results = new ArrayList<>();
    for (Check check : checks) {
      switch (check) {
        case Check.OfDomain ofDomain ->
            contexts.domain().ifPresent(d -> results.add(ask(ofDomain, d)));
        case Check.OfHost ofHost -> contexts.hosts().forEach(h -> results.add(ask(ofHost, h)));
        case Check.OfEndpoint ofEndpoint ->
            contexts.endpoints().forEach(c -> results.add(ask(ofEndpoint, c)));
      }
    }
    return new Verdicts(
        contexts.endpoints().stream().map(Judge::insight).toList(),
        results,
        contexts.hosts().stream().flatMap(DaneInsight::of).toList(),
        contexts.domain().map(DomainInsight::of));
  }

  private static EndpointInsight insight(EndpointContext context) {
    return new EndpointInsight(
        context.endpoint().endpoint(),
        context.software(),
        context.path(),
        AuditInsight.of(context));
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
