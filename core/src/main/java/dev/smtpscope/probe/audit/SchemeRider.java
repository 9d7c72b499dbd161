package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.SignatureSchemes;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;
import java.util.Optional;

/**
 * Which schemes the server signs with in TLS 1.2, in the manner of {@link GroupRider}. The weak
 * ones come last and so are offered alone in the end.
 */
final class SchemeRider implements Rider {
  private List<Integer> offered = List.of();
  private boolean exhausted;
  private boolean waiting;
  private boolean done;

  @Override
  public boolean isDone(Findings known) {
    return done || exhausted || left(known).isEmpty();
  }

  private static List<Integer> left(Findings known) {
    List<Integer> seen = known.signatures(TlsVersion.TLS_1_2);
    return Offers.SCHEMES.stream().filter(code -> !seen.contains(code)).toList();
  }

  @Override
  public ClientHello on(ClientHello hello, Findings known) {
    offered = left(known);
    return hello.with(Extensions.signatureAlgorithms(offered));
  }

  @Override
  public boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known) {
    Optional<Integer> scheme = flight.flatMap(SchemeRider::scheme);
    scheme.ifPresent(code -> signed(known, code));
    done = scheme.filter(code -> !offered.contains(code)).isPresent();
    exhausted = scheme.isEmpty();
    return scheme.isPresent();
  }

  private static void signed(Findings known, int code) {
    known.signature(
        TlsVersion.TLS_1_2, SignatureSchemes.named(code), Trait.yes("the server signed with it"));
  }

  private static Optional<Integer> scheme(ServerFlight flight) {
    return flight
        .keyExchange()
        .map(KeyExchange::signature)
        .filter(KeyExchange.Signature.Scheme.class::isInstance)
        .map(signature -> ((KeyExchange.Signature.Scheme) signature).code());
  }

  @Override
  public boolean awaitsPlain() {
    return exhausted && !done;
  }

  @Override
  public void heardPlain(ServerFlight flight, Findings known) {
    if (!awaitsPlain()) {
      return;
    }
    if (scheme(flight).isPresent()) {
      Trait trait = Trait.no("the server signed nothing with it");
      left(known)
          .forEach(
              code -> known.signature(TlsVersion.TLS_1_2, SignatureSchemes.named(code), trait));
      done = true;
    } else {
      exhausted = false;
      waiting = true;
    }
  }

  @Override
  public boolean isWaiting() {
    return waiting;
  }

  @Override
  public boolean suits(SuiteProperties suite) {
    return suite.authentication().signs() && suite.isForwardSecret();
  }

  @Override
  public boolean isNeutral() {
    return false;
  }
}
