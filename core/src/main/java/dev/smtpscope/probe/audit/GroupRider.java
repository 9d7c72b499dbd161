package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.KeyExchange;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.SuiteProperties;
import java.util.List;
import java.util.Optional;

/**
 * Which curves the server agrees to before TLS 1.3: those that it has not chosen yet are offered
 * until it chooses none. That it would have, had there been one, the next plain hello shows.
 */
final class GroupRider implements Rider {
  private List<Integer> offered = List.of();
  private boolean exhausted;
  private boolean waiting;
  private boolean done;

  @Override
  public boolean isDone(Findings known) {
    return done || exhausted || left(known).isEmpty();
  }

  private static List<Integer> left(Findings known) {
    List<Integer> chosen = known.groups(TlsVersion.TLS_1_2);
    return Offers.CURVES.stream().filter(code -> !chosen.contains(code)).toList();
  }

  @Override
  public boolean awaitsPlain() {
    return exhausted && !done;
  }

  @Override
  public ClientHello on(ClientHello hello, Findings known) {
    offered = left(known);
    return hello.with(Extensions.supportedGroups(offered));
  }

  @Override
  public boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known) {
    Optional<Integer> group = flight.flatMap(GroupRider::group);
    group.ifPresent(code ->
        known.group(TlsVersion.TLS_1_2, Groups.named(code), Trait.yes("the server chose it")));
    done = group.filter(code -> !offered.contains(code)).isPresent();
    exhausted = group.isEmpty();
    return group.isPresent();
  }

  private static Optional<Integer> group(ServerFlight flight) {
    return flight
        .keyExchange()
        .filter(KeyExchange.Ecdh.class::isInstance)
        .map(exchange -> ((KeyExchange.Ecdh) exchange).group());
  }

  @Override
  public void heardPlain(ServerFlight flight, Findings known) {
    if (!awaitsPlain()) {
      return;
    }
    if (group(flight).isPresent()) {
      Trait trait = Trait.no("the server chose no suite with it");
      left(known).forEach(code -> known.group(TlsVersion.TLS_1_2, Groups.named(code), trait));
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
    return suite.exchange().isEllipticCurve();
  }

  @Override
  public boolean isNeutral() {
    return false;
  }
}
