package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.judge.audit.Offering;
import java.util.List;
import java.util.Optional;

/**
 * What a rule may look at.
 *
 * @param certificates of the first connection, the server's own first
 */
record Scope(Offering offering, List<CertificateDetails> certificates) {
  static Scope of(Offering offering) {
    return new Scope(
        offering,
        offering.session().stream()
            .flatMap(s -> s.certificates().stream())
            .map(PeerCertificate::details)
            .flatMap(Optional::stream)
            .toList());
  }

  /** Whether all that can be negotiated was asked for. */
  boolean isExhaustive() {
    return offering.audit().depth() != AuditDepth.QUICK
        && offering.audit().completion() instanceof Completion.Complete;
  }
}
