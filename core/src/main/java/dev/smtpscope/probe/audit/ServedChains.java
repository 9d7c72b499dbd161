package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.probe.tls.CertificateReader;
import dev.smtpscope.reference.tls.Authentication;
import java.util.List;
import java.util.Optional;

/** Makes facts of the certificates in flights. */
final class ServedChains {
  private static final int MOST = 50;

  private ServedChains() {}

  static ServedChain of(Asked asked, ServerFlight flight) {
    List<PeerCertificate> certificates =
        flight.certificates().stream()
            .limit(MOST)
            .map(der -> CertificateReader.read(der.toArray()))
            .toList();
    return of(asked, certificates);
  }

  static ServedChain of(Asked asked, List<PeerCertificate> certificates) {
    return new ServedChain(asked, Trait.yes("the server sent certificates"), certificates);
  }

  static ServedChain none(Asked asked, Trait trait) {
    return new ServedChain(asked, trait, List.of());
  }

  /** What is asked for with suites that authenticate so. */
  static Optional<Asked> asked(Authentication authentication) {
    return switch (authentication) {
      case RSA -> Optional.of(Asked.RSA);
      case ECDSA -> Optional.of(Asked.ECDSA);
      case NULL, DSS, ANONYMOUS, PSK, PASSWORD, KRB5, GOST, TLS_1_3 -> Optional.empty();
    };
  }
}
