package dev.smtpscope.json;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointInsight;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.software.Software;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.EndpointSummary;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was concluded about one address and port beside the checks. */
record EndpointView(
    InetAddress address,
    int port,
    Role role,
    EndpointState state,
    String sentence,
    Optional<Severity> worst,
    Optional<Software> software,
    Optional<LeafView> certificate,
    Optional<PathVerdict> path,
    Optional<AuditView> tlsAudit) {

  /**
   * The server's own certificate.
   *
   * @param daysLeft whole days; negative once it has expired
   * @param tlsa the data of a fitting TLSA record
   */
  record LeafView(Instant notAfter, long daysLeft, String tlsa) {
    static LeafView of(CertificateDetails leaf, Instant at) {
      Duration left = Duration.between(at, leaf.notAfter());
      return new LeafView(
          leaf.notAfter(), Math.floorDiv(left.toSeconds(), 86_400L), leaf.tlsa311());
    }
  }

  static EndpointView of(Report report, EndpointSummary summary) {
    EndpointFacts facts = summary.facts();
    Endpoint endpoint = facts.endpoint();
    Optional<EndpointInsight> insight = report.verdicts().insight(endpoint);
    return new EndpointView(
        endpoint.address(),
        endpoint.service().port(),
        endpoint.service().role(),
        summary.state(),
        summary.sentence(),
        summary.worst(),
        insight.flatMap(EndpointInsight::software),
        leaf(facts).map(leaf -> LeafView.of(leaf, report.facts().observedAt())),
        insight.flatMap(EndpointInsight::path),
        insight.flatMap(EndpointInsight::audit).map(AuditView::of));
  }

  private static Optional<CertificateDetails> leaf(EndpointFacts facts) {
    return facts.session().flatMap(TlsSession::leaf).flatMap(PeerCertificate::details);
  }
}
