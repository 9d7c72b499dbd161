package dev.smtpscope.probe.audit;

import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.FlightDecoder;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.Ssl2Hello;
import dev.smtpscope.probe.tls.Parting;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Says one hello on one connection and hears the answer. Safe for all threads. */
final class Asker {
  private static final int BUFFER = 8_192;

  private final Doorway doorway;
  private final Governor governor;
  private final Deadline deadline;
  private final Duration patience;
  private final Duration parting;

  /**
   * @param patience how long to wait for the answer to a hello
   * @param parting how long to wait for what follows a handshake
   */
  Asker(
      Doorway doorway, Governor governor, Deadline deadline, Duration patience, Duration parting) {
    this.doorway = doorway;
    this.governor = governor;
    this.deadline = deadline;
    this.patience = patience;
    this.parting = parting;
  }

  HelloOutcome ask(ClientHello hello) throws EndedException {
    return ask(hello.encode());
  }

  HelloOutcome ask(Ssl2Hello hello) throws EndedException {
    return ask(hello.encode());
  }

  /** Asks, and once more if nothing intelligible came: chance must not pass for an answer. */
  HelloOutcome confirmed(ClientHello hello) throws EndedException {
    HelloOutcome first = ask(hello);
    return Outcomes.isClear(first) ? first : ask(hello);
  }

  HelloOutcome ask(byte[] hello) throws EndedException {
    try (Governor.Turn turn = enter()) {
      return exchange(turn.wire(), hello);
    }
  }

  /** A connection on which TLS may begin. */
  Governor.Turn enter() throws EndedException {
    return governor.enter(doorway::open, deadline);
  }

  Doorway doorway() {
    return doorway;
  }

  Governor governor() {
    return governor;
  }

  Deadline deadline() {
    return deadline;
  }

  /** How a session ends. */
  Parting parting() {
    boolean greeted = doorway.endpoint().service().tls() != TlsMode.IMPLICIT;
    return new Parting(greeted, parting);
  }

  /** The deadline of one answer that begins now. */
  Deadline answer() {
    return deadline.within(patience);
  }

  HelloOutcome exchange(Wire wire, byte[] hello) throws EndedException {
    FlightDecoder decoder = new FlightDecoder();
    wire.until(answer());
    try {
      wire.write(hello);
      return read(wire, decoder);
    } catch (SocketTimeoutException e) {
      if (deadline.isOver()) {
        throw new EndedException("the time for the audit is over");
      }
      return decoder.ended(new HelloOutcome.Silent());
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new EndedException("the check was stopped");
      }
      return decoder.ended(new HelloOutcome.Reset());
    }
  }

  private static HelloOutcome read(Wire wire, FlightDecoder decoder) throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (true) {
      int count = wire.read(buffer);
      if (count < 0) {
        return decoder.ended(new HelloOutcome.Closed());
      }
      Optional<HelloOutcome> outcome = decoder.add(buffer, 0, count);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }
}
