package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.SignatureSchemes;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;
import java.util.Optional;

/**
 * Which schemes the server signs with in TLS 1.2. The weak ones come last and so are offered alone
 * in the end.
 */
final class SchemeRider extends ExhaustingRider {
  @Override
  List<Integer> left(Findings known) {
    List<Integer> seen = known.signatures(TlsVersion.TLS_1_2);
    return Offers.SCHEMES.stream().filter(code -> !seen.contains(code)).toList();
  }

  @Override
  Extension offer(List<Integer> codes) {
    return Extensions.signatureAlgorithms(codes);
  }

  @Override
  Optional<Integer> choice(ServerFlight flight) {
    return flight
        .keyExchange()
        .map(KeyExchange::signature)
        .filter(KeyExchange.Signature.Scheme.class::isInstance)
        .map(signature -> ((KeyExchange.Signature.Scheme) signature).code());
  }

  @Override
  void note(Findings known, int code, Trait trait) {
    known.signature(TlsVersion.TLS_1_2, SignatureSchemes.named(code), trait);
  }

  @Override
  Trait chosen() {
    return Trait.yes("the server signed with it");
  }

  @Override
  Trait passedOver() {
    return Trait.no("the server signed nothing with it");
  }

  @Override
  public boolean suits(SuiteProperties suite) {
    return suite.authentication().signs() && suite.isForwardSecret();
  }
}
