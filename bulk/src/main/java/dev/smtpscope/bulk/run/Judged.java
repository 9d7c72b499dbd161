package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.row.CertificateState;
import dev.smtpscope.bulk.row.DaneState;
import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.report.Report;

/** What was made of one target. */
record Judged(Report report, TargetRow row) {
  static Judged of(Report report) {
    return new Judged(report, TargetRow.of(report));
  }

  /**
   * Whether it matters which names TLS asked for: a certificate that is good is good under whatever
   * name, but under its own name the server might show a better one.
   */
  boolean dependsOnNames() {
    return row.endpoints().stream().anyMatch(Judged::dependsOnName)
        || report.facts().endpoints().stream().anyMatch(this::hasSeveralNames);
  }

  private boolean hasSeveralNames(EndpointFacts facts) {
    return facts.session().isPresent() && report.facts().hostsAt(facts.endpoint()).size() > 1;
  }

  private static boolean dependsOnName(EndpointRow endpoint) {
    return endpoint
        .session()
        .filter(session ->
            session.certificateState() != CertificateState.VALID
                || endpoint.dane().filter(DaneState.UNKNOWN::equals).isPresent())
        .isPresent();
  }
}
