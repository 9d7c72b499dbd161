package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import java.util.Optional;

/** Which certificates come without a server name, or with one that the server can't know. */
record NameRider(Asked asked) implements Rider {
  private static final String UNKNOWN = "unknown.smtpscope.invalid";

  @Override
  public boolean isDone(Findings known) {
    return known.knows(asked);
  }

  @Override
  public ClientHello on(ClientHello hello, Findings known) {
    return asked == Asked.NO_NAME
        ? hello.without(Extensions.SERVER_NAME)
        : hello.with(Extensions.serverName(UNKNOWN));
  }

  @Override
  public boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known) {
    if (flight.filter(f -> !f.certificates().isEmpty()).isPresent()) {
      known.chain(ServedChains.of(asked, flight.get()));
    } else if (flight.isEmpty()) {
      known.chain(ServedChains.none(asked, Traits.refusal(outcome)));
    } else {
      known.chain(ServedChains.none(asked, Trait.unknown("the server chose an anonymous suite")));
    }
    return flight.isPresent();
  }
}
