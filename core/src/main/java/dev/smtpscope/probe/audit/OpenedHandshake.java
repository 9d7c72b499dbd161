package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Versions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A handshake before TLS 1.3 that has come to the client's second turn. */
record OpenedHandshake(TlsVersion version, ServerFlight flight, Governor.Turn turn, Deadline whole)
    implements AutoCloseable {
  static final Trait NOT_SO_FAR = Trait.unknown("the handshake did not get so far");

  /**
   * Opens one in the newest version with those accepted suites that suit, does {@code work} and
   * closes it; empty when it does not get so far.
   */
  static <T> Optional<T> with(
      Asker asker,
      Offers offers,
      Findings known,
      Predicate<Integer> suits,
      Function<OpenedHandshake, T> work)
      throws EndedException {
    TlsVersion version = known.newestClear().orElseThrow();
    List<Integer> suites = known.accepted(version).stream().filter(suits).toList();
    Optional<OpenedHandshake> opened = open(asker, offers, version, suites);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (OpenedHandshake handshake = opened.get()) {
      return Optional.of(work.apply(handshake));
    }
  }

  private static Optional<OpenedHandshake> open(
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
