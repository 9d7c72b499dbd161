package dev.smtpscope.render.html;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.render.outline.Tlsa;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The TLSA records that fit the keys of some endpoints. */
final class TlsaRecords {
  private TlsaRecords() {}

  static List<String> of(Facts facts, List<String> endpoints) {
    return facts.endpoints().stream()
        .filter(e -> endpoints.contains(e.endpoint().toString()))
        .flatMap(e -> record(facts, e))
        .distinct()
        .toList();
  }

  private static Stream<String> record(Facts facts, EndpointFacts endpoint) {
    return endpoint.tls().certificates().stream()
        .limit(1)
        .map(PeerCertificate::details)
        .flatMap(Optional::stream)
        .map(leaf -> Tlsa.record(facts, endpoint, leaf));
  }
}
