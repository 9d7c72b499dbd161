package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;
import java.util.Optional;

/** Which curves the server agrees to before TLS 1.3. */
final class GroupRider extends ExhaustingRider {
  @Override
  List<Integer> left(Findings known) {
    List<Integer> chosen = known.groups(TlsVersion.TLS_1_2);
    return Offers.CURVES.stream().filter(code -> !chosen.contains(code)).toList();
  }

  @Override
  Extension offer(List<Integer> codes) {
    return Extensions.supportedGroups(codes);
  }

  @Override
  Optional<Integer> choice(ServerFlight flight) {
    return flight
        .keyExchange()
        .filter(KeyExchange.Ecdh.class::isInstance)
        .map(exchange -> ((KeyExchange.Ecdh) exchange).group());
  }

  @Override
  void note(Findings known, int code, Trait trait) {
    known.group(TlsVersion.TLS_1_2, Groups.named(code), trait);
  }

  @Override
  Trait chosen() {
    return Trait.yes("the server chose it");
  }

  @Override
  Trait passedOver() {
    return Trait.no("the server chose no suite with it");
  }

  @Override
  public boolean suits(SuiteProperties suite) {
    return suite.exchange().isEllipticCurve();
  }
}
