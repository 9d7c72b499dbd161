package dev.smtpscope.json;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Fix;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written, in the order in which it is written. */
record DocumentView(String format, int schema, String producer, List<One> reports) {
  static DocumentView of(List<Report> reports) {
    return new DocumentView(
        ReportJson.FORMAT,
        ReportJson.SCHEMA,
        thisProducer(),
        reports.stream().map(One::of).toList());
  }

  private static String thisProducer() {
    Optional<String> version =
        Optional.ofNullable(DocumentView.class.getPackage().getImplementationVersion());
    return "smtpscope" + version.map(v -> " " + v).orElse("");
  }

  record One(
      SummaryView summary,
      List<FindingView> findings,
      List<CheckView> checks,
      List<EndpointView> endpoints,
      List<DaneView> dane,
      Optional<DomainView> domain,
      RulesView rules,
      Facts facts) {
    static One of(Report report) {
      Summary summary = Summary.of(report);
      return new One(
          SummaryView.of(summary),
          report.verdicts().findings().stream().map(FindingView::of).toList(),
          report.verdicts().results().stream().map(CheckView::of).toList(),
          summary.endpoints().stream().map(e -> EndpointView.of(report, e)).toList(),
          report.verdicts().dane().stream().map(DaneView::of).toList(),
          report.verdicts().domain().map(DomainView::of),
          RulesView.of(report.rules()),
          report.facts());
    }
  }

  record SummaryView(Outcome outcome, String sentence, Map<Severity, Integer> counts) {
    static SummaryView of(Summary summary) {
      Map<Severity, Integer> counts = new LinkedHashMap<>();
      for (Severity severity : List.of(Severity.values()).reversed()) {
        counts.put(severity, summary.count(severity));
      }
      return new SummaryView(summary.outcome(), summary.sentence(), counts);
    }
  }

  /** A domain, a host, or an address with a port and its role. */
  record SubjectView(
      Optional<String> domain,
      Optional<String> host,
      Optional<InetAddress> address,
      Optional<Integer> port,
      Optional<Role> role) {
    static SubjectView of(Subject subject) {
      return switch (subject) {
        case Subject.OfDomain(String domain) ->
            new SubjectView(
                Optional.of(domain),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Subject.OfHost(String host) ->
            new SubjectView(
                Optional.empty(),
                Optional.of(host),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Subject.OfEndpoint(var endpoint) ->
            new SubjectView(
                Optional.empty(),
                Optional.empty(),
                Optional.of(endpoint.address()),
                Optional.of(endpoint.service().port()),
                Optional.of(endpoint.service().role()));
      };
    }
  }

  record FindingView(
      String id,
      Severity severity,
      SubjectView subject,
      String title,
      String why,
      Fix fix,
      List<String> evidence,
      Optional<String> reproduce,
      List<Reference> references) {
    static FindingView of(Finding f) {
      return new FindingView(
          f.id(),
          f.severity(),
          SubjectView.of(f.subject()),
          f.title(),
          f.why(),
          f.fix(),
          f.evidence(),
          Optional.of(f.reproduce()).filter(r -> !r.isBlank()),
          f.references());
    }
  }

  record CheckView(String check, SubjectView subject, String outcome, Optional<String> why) {
    static CheckView of(CheckResult result) {
      SubjectView subject = SubjectView.of(result.subject());
      String id = result.checkId();
      return switch (result.judgement()) {
        case Judgement.Pass pass -> new CheckView(id, subject, "pass", Optional.empty());
        case Judgement.Fail fail -> new CheckView(id, subject, "fail", Optional.empty());
        case Judgement.NotApplicable(String why) ->
            new CheckView(id, subject, "not-applicable", Optional.of(why));
        case Judgement.Inconclusive(String why) ->
            new CheckView(id, subject, "inconclusive", Optional.of(why));
      };
    }
  }
}
