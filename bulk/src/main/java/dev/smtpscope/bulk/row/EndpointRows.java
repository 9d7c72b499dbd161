package dev.smtpscope.bulk.row;

import dev.smtpscope.bulk.polite.Provider;
import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Hello;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.DaneInsight;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Subject;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.FailedStages;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.text.Words;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the row of one address and port.
 *
 * @param findings all of the report
 */
record EndpointRows(Report report, List<Finding> findings, EndpointSummary summary) {
  private static final int SENTENCE = 200;
  private static final int WORD = 80;
  private static final int KEYWORDS = 50;

  EndpointRow row() {
    EndpointFacts facts = summary.facts();
    Optional<HostName> name = report.facts().nameAt(endpoint());
    Optional<Software> software = insight().flatMap(EndpointInsight::software);
    return new EndpointRow(
        name.map(HostName::ascii),
        name.map(Provider::of),
        report.facts().hostsAt(endpoint()).stream().findFirst().flatMap(MailHost::preference),
        endpoint().address(),
        endpoint().service().port(),
        endpoint().service().role(),
        summary.state(),
        Words.shortened(summary.sentence(), SENTENCE),
        DialState.of(facts.dial()),
        code(facts.greeting()),
        facts.greeting().received().map(reply -> Words.shortened(reply.text(), SENTENCE)),
        code(firstHello().ehlo()),
        startTlsCode(),
        code(facts.quit()),
        FailedStages.of(facts).stream().findFirst(),
        TlsState.of(facts.tls()),
        facts.session().map(session -> TlsRow.of(session, certificate(session, name))),
        dane(),
        software.map(s -> s.product().label()),
        software.flatMap(Software::version).map(version -> Words.shortened(version, WORD)),
        lastHello().serverName().map(word -> Words.shortened(word, SENTENCE)),
        capabilities(),
        times(),
        facts.elapsed(),
        Noted.of(
            findings.stream().filter(f -> f.subject().equals(new Subject.OfEndpoint(endpoint())))));
  }

  private Endpoint endpoint() {
    return summary.facts().endpoint();
  }

  private Optional<EndpointInsight> insight() {
    return report.verdicts().insight(endpoint());
  }

  private boolean isImplicit() {
    return endpoint().service().tls() == TlsMode.IMPLICIT;
  }

  private Hello firstHello() {
    return isImplicit() ? summary.facts().helloInTls() : summary.facts().hello();
  }

  private Hello lastHello() {
    Hello inTls = summary.facts().helloInTls();
    return inTls.isAccepted() ? inTls : summary.facts().hello();
  }

  private static Optional<Integer> code(Answer answer) {
    return answer.received().map(Reply::code);
  }

  private Optional<Integer> startTlsCode() {
    return switch (summary.facts().tls()) {
      case TlsOutcome.Refused(Answer answer) -> code(answer);
      case TlsOutcome.Failed failed -> granted();
      case TlsOutcome.Established established -> granted();
      case TlsOutcome.NotReached none -> Optional.empty();
      case TlsOutcome.NotWanted none -> Optional.empty();
      case TlsOutcome.NotOffered none -> Optional.empty();
    };
  }

  private Optional<Integer> granted() {
    return isImplicit() ? Optional.empty() : Optional.of(220);
  }

  private CertificateState certificate(TlsSession session, Optional<HostName> name) {
    Optional<CertificateDetails> leaf = session.leaf().flatMap(PeerCertificate::details);
    return CertificateState.of(
        insight().flatMap(EndpointInsight::path), leaf, name, report.facts().observedAt());
  }

  /** The certificate was asked for by the name of the first host, whose records count. */
  private Optional<DaneState> dane() {
    int port = endpoint().service().port();
    return report.facts().hostsAt(endpoint()).stream()
        .findFirst()
        .flatMap(host ->
            report.verdicts().dane().stream()
                .filter(d -> d.port() == port && d.host().equals(host.label()))
                .findFirst())
        .map(insight -> DaneState.of(insight.dane(), match(insight)));
  }

  private Optional<DaneMatch> match(DaneInsight insight) {
    return insight.matches().stream()
        .filter(m -> m.endpoint().equals(endpoint()))
        .map(DaneInsight.Match::outcome)
        .findFirst();
  }

  private List<String> capabilities() {
    return lastHello().capabilities().keywords().stream()
        .limit(KEYWORDS)
        .map(keyword -> Words.shortened(keyword, WORD))
        .toList();
  }

  private Map<Stage, Duration> times() {
    Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    for (StageTime time : summary.facts().timings()) {
      times.putIfAbsent(time.stage(), time.elapsed());
    }
    return times;
  }
}
