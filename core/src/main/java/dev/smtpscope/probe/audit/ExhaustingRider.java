package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import java.util.List;
import java.util.Optional;

/**
 * Offers those codes that the server has not chosen yet, until it chooses none. That it would have,
 * had there been one, the next plain hello shows.
 */
abstract class ExhaustingRider implements Rider {
  private List<Integer> offered = List.of();
  private boolean exhausted;
  private boolean waiting;
  private boolean done;

  /** The codes that the server has not chosen yet. */
  abstract List<Integer> left(Findings known);

  abstract Extension offer(List<Integer> codes);

  /** The code that the server chose, where it chose any. */
  abstract Optional<Integer> choice(ServerFlight flight);

  abstract void note(Findings known, int code, Trait trait);

  abstract Trait chosen();

  abstract Trait passedOver();

  @Override
  public final boolean isDone(Findings known) {
    return done || exhausted || left(known).isEmpty();
  }

  @Override
  public final ClientHello on(ClientHello hello, Findings known) {
    offered = left(known);
    return hello.with(offer(offered));
  }

  @Override
  public final boolean hear(HelloOutcome outcome, Optional<ServerFlight> flight, Findings known) {
    Optional<Integer> code = flight.flatMap(this::choice);
    code.ifPresent(chosen -> note(known, chosen, chosen()));
    done = code.filter(chosen -> !offered.contains(chosen)).isPresent();
    exhausted = code.isEmpty();
    return code.isPresent();
  }

  @Override
  public final boolean awaitsPlain() {
    return exhausted && !done;
  }

  @Override
  public final void heardPlain(ServerFlight flight, Findings known) {
    if (!awaitsPlain()) {
      return;
    }
    if (choice(flight).isPresent()) {
      left(known).forEach(code -> note(known, code, passedOver()));
      done = true;
    } else {
      exhausted = false;
      waiting = true;
    }
  }

  @Override
  public final boolean isWaiting() {
    return waiting;
  }

  @Override
  public final boolean isNeutral() {
    return false;
  }
}
