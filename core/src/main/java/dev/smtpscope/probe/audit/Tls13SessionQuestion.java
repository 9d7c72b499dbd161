package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.tls.ResumableSession;
import dev.smtpscope.probe.tls.Resumption;
import dev.smtpscope.probe.tls.SessionHandshake;
import dev.smtpscope.probe.tls.SessionTicket;
import dev.smtpscope.reference.tls.Groups;
import java.util.Optional;

/** What tickets the server gives in TLS 1.3, and whether it resumes by them. */
record Tls13SessionQuestion(Offers offers) implements Question {
  @Override
  public String subject() {
    return Feature.RESUMPTION_BY_PSK.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.knows(Feature.RESUMPTION_BY_PSK)) {
      return Readiness.MOOT;
    }
    if (!known.isSettled(TlsVersion.TLS_1_3)) {
      return Readiness.NOT_YET;
    }
    return known.version(TlsVersion.TLS_1_3).isYes() ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    Optional<ResumableSession> session = hold(asker);
    if (session.isEmpty()) {
      Trait unknown = Trait.unknown("the handshake of a session to resume failed");
      known.feature(Feature.EARLY_DATA, unknown);
      known.feature(Feature.RESUMPTION_BY_PSK, unknown);
    } else if (session.get().tickets().isEmpty()) {
      Trait none = Trait.no("the server gave no tickets");
      known.feature(Feature.EARLY_DATA, none);
      known.feature(Feature.RESUMPTION_BY_PSK, none);
    } else {
      tickets(session.get(), known);
      known.feature(Feature.RESUMPTION_BY_PSK, resumed(asker, known));
    }
  }

  private static void tickets(ResumableSession session, Findings known) {
    known.ticketLifetime(session.tickets().getFirst().lifetime());
    known.feature(Feature.SESSION_TICKETS, Trait.yes("tickets came in TLSv1.3"));
    long most = session.tickets().stream().mapToLong(SessionTicket::earlyData).max().orElse(0);
    known.feature(
        Feature.EARLY_DATA,
        most > 0
            ? Trait.yes("tickets allow " + most + " octets")
            : Trait.no("tickets do not allow it"));
  }

  private Optional<ResumableSession> hold(Asker asker) throws EndedException {
    try (Governor.Turn turn = asker.enter()) {
      return new SessionHandshake(TlsVersion.TLS_1_3, false, asker.parting(), offers.sni())
          .hold(turn.wire(), asker.answer());
    }
  }

  private Trait resumed(Asker asker, Findings known) throws EndedException {
    Optional<NamedGroup> group =
        known.groups(TlsVersion.TLS_1_3).stream().findFirst().map(Groups::named);
    Resumption resumption = new Resumption(offers.sni(), group, asker.parting());
    if (once(asker, resumption).isEmpty()) {
      return Trait.unknown("the handshake of a session to resume failed");
    }
    return once(asker, resumption)
        .map(resumed ->
            resumed
                ? Trait.yes("the server resumed the session")
                : Trait.no("the server began a new session"))
        .orElse(Trait.unknown("the handshake that was to resume failed"));
  }

  private static Optional<Boolean> once(Asker asker, Resumption resumption) throws EndedException {
    try (Governor.Turn turn = asker.enter()) {
      return resumption.hold(turn.wire(), asker.answer());
    }
  }
}
