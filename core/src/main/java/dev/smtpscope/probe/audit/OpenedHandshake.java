package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Versions;
import java.util.List;
import java.util.Optional;

/** A handshake before TLS 1.3 that has come to the client's second turn. */
record OpenedHandshake(TlsVersion version, ServerFlight flight, Governor.Turn turn, Deadline whole)
    implements AutoCloseable {
  /** Opens one in the newest version with those of its accepted suites. */
  static Optional<OpenedHandshake> open(
      Asker asker, Offers offers, TlsVersion version, List<Integer> suites) throws EndedException {
    Governor.Turn turn = asker.enter();
    boolean kept = false;
    try {
      HelloOutcome outcome = asker.exchange(turn.wire(), offers.hello(version, suites).encode());
      Optional<ServerFlight> flight =
          Outcomes.accepted(outcome, version).filter(ServerFlight::done);
      kept = flight.isPresent();
      return flight.map(f -> new OpenedHandshake(version, f, turn, asker.deadline()));
    } finally {
      if (!kept) {
        turn.close();
      }
    }
  }

  Wire wire() {
    return turn.wire();
  }

  /** A record of this version. */
  byte[] record(int type, byte... content) {
    return Records.encode(type, Versions.code(version), content);
  }

  Aftermath after(byte[] records) {
    return Aftermath.of(wire(), records, whole);
  }

  @Override
  public void close() {
    turn.close();
  }
}
