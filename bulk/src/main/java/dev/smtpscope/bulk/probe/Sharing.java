package dev.smtpscope.bulk.probe;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.target.HostName;
import java.util.Optional;

/**
 * Tells whether what was seen under one server name holds for another. Only the certificate may
 * depend on the name that TLS asks for, or a server's wish to shake hands at all; where a
 * certificate was seen that is for the other name too, there is nothing more to learn.
 */
final class Sharing {
  private Sharing() {}

  /** Whether a certificate was seen that TLS asked for under a name other than {@code name}. */
  static boolean isLent(EndpointFacts facts, Optional<String> name) {
    return facts.session().filter(session -> !session.sni().equals(name)).isPresent();
  }

  /**
   * @param asked the name that TLS asked for when {@code facts} were seen
   * @param name the one it would ask for now
   */
  static boolean isFor(EndpointFacts facts, Optional<String> asked, Optional<String> name) {
    return asked.equals(name)
        || switch (facts.tls()) {
          case TlsOutcome.Established(TlsSession session) -> covers(session, name);
          case TlsOutcome.Failed failed ->
              !(failed.failure() instanceof HandshakeFailure.AlertReceived);
          case TlsOutcome.NotReached none -> true;
          case TlsOutcome.NotWanted none -> true;
          case TlsOutcome.NotOffered none -> true;
          case TlsOutcome.Refused refused -> true;
        };
  }

  private static boolean covers(TlsSession session, Optional<String> name) {
    Optional<CertificateDetails> leaf = session.leaf().flatMap(PeerCertificate::details);
    return leaf.isPresent()
        && name.map(HostName::new)
            .filter(host -> NameMatcher.match(leaf.get(), host) == NameMatcher.Match.DNS_NAME)
            .isPresent();
  }
}
