package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.probe.tls.ResumableSession;
import dev.smtpscope.probe.tls.SessionHandshake;
import java.util.List;
import java.util.Optional;

/**
 * Whether the server resumes sessions of the newest version before TLS 1.3: one whole session, and
 * one hello that names it. A server that resumes echoes the session ID and sends no certificate.
 *
 * @param feature {@link Feature#RESUMPTION_BY_ID} or {@link Feature#RESUMPTION_BY_TICKET}
 */
record ResumptionQuestion(Feature feature, Offers offers) implements Question {
  private static final List<TlsVersion> VERSIONS =
      List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0);

  @Override
  public String subject() {
    return feature.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.knows(feature)) {
      return Readiness.MOOT;
    }
    if (newest(known).isPresent()) {
      return Readiness.READY;
    }
    return VERSIONS.stream().allMatch(known::isSettled) ? Readiness.MOOT : Readiness.NOT_YET;
  }

  /** The newest that is spoken, once it is known that none is newer. */
  private static Optional<TlsVersion> newest(Findings known) {
    return VERSIONS.stream()
        .dropWhile(version -> known.isSettled(version) && !known.version(version).isYes())
        .findFirst()
        .filter(version -> known.version(version).isYes());
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    if (byTicket() && known.feature(Feature.SESSION_TICKETS).isNo()) {
      known.feature(feature, Trait.no("the server gives no tickets"));
      return;
    }
    TlsVersion version = newest(known).orElseThrow();
    Optional<ResumableSession> session = hold(asker, version);
    if (session.isEmpty()) {
      known.feature(feature, Trait.unknown("the handshake of a session to resume failed"));
      return;
    }
    session.get().tickets().forEach(ticket -> known.ticketLifetime(ticket.lifetime()));
    Optional<ClientHello> hello = resuming(session.get(), version);
    known.feature(
        feature,
        hello.isEmpty()
            ? Trait.no("the server gave nothing to resume a session by")
            : trait(asker.ask(hello.get()), hello.get()));
  }

  private boolean byTicket() {
    return feature == Feature.RESUMPTION_BY_TICKET;
  }

  private Optional<ResumableSession> hold(Asker asker, TlsVersion version) throws EndedException {
    try (Governor.Turn turn = asker.enter()) {
      return new SessionHandshake(version, byTicket(), asker.parting(), offers.sni())
          .hold(turn.wire(), asker.answer());
    }
  }

  private Optional<ClientHello> resuming(ResumableSession session, TlsVersion version) {
    ClientHello hello = offers.hello(version, List.of(session.suite()));
    if (byTicket()) {
      return session.tickets().stream()
          .findFirst()
          .map(ticket ->
              hello.with(Extensions.sessionTicket(ticket.ticket())).withSessionId(hello.random()));
    }
    return Optional.of(session.id())
        .filter(id -> id.toArray().length > 0)
        .map(id -> hello.without(Extensions.SESSION_TICKET).withSessionId(id));
  }

  private static Trait trait(HelloOutcome outcome, ClientHello hello) {
    if (outcome instanceof HelloOutcome.Accepted(ServerFlight flight)) {
      Bytes echoed = flight.hello().sessionId();
      return echoed.equals(hello.sessionId()) && flight.certificates().isEmpty()
          ? Trait.yes("the server resumed the session")
          : Trait.no("the server began a new session");
    }
    return Trait.unknown(Outcomes.words(outcome));
  }
}
