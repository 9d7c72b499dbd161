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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** CVE-2016-9244: a session ID of one octet, with a ticket, is echoed as one of 32. */
record Ticketbleed(Offers offers) implements ActiveQuestion.Attempt {
  private static final byte[] SHORT_ID = {0x53};

  @Override
  public Optional<String> needless(Findings known) {
    return known.feature(Feature.RESUMPTION_BY_TICKET).isNo()
            || !known.version(TlsVersion.TLS_1_2).isYes()
        ? Optional.of("the server does not resume by tickets of TLSv1.2")
        : Optional.empty();
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    Optional<ResumableSession> session = hold(asker);
    if (session.filter(s -> !s.tickets().isEmpty()).isEmpty()) {
      return Trait.unknown("no ticket was to be had");
    }
    ClientHello hello =
        offers
            .hello(TlsVersion.TLS_1_2, List.of(session.get().suite()))
            .with(Extensions.sessionTicket(session.get().tickets().getFirst().ticket()))
            .withSessionId(Bytes.of(SHORT_ID));
    return trait(asker.ask(hello));
  }

  private Optional<ResumableSession> hold(Asker asker) throws EndedException {
    try (Governor.Turn turn = asker.enter()) {
      return new SessionHandshake(TlsVersion.TLS_1_2, true, asker.parting(), offers.sni())
          .hold(turn.wire(), asker.answer());
    }
  }

  private static Trait trait(HelloOutcome outcome) {
    if (!(outcome instanceof HelloOutcome.Accepted(ServerFlight flight))) {
      return outcome instanceof HelloOutcome.Alert
          ? Trait.no(Outcomes.words(outcome))
          : Trait.unknown(Outcomes.words(outcome));
    }
    byte[] echoed = flight.hello().sessionId().toArray();
    boolean longer =
        echoed.length > SHORT_ID.length
            && Arrays.equals(Arrays.copyOf(echoed, SHORT_ID.length), SHORT_ID);
    return longer && flight.certificates().isEmpty()
        ? Trait.yes("a session ID of one octet came back as one of " + echoed.length)
        : Trait.no("the session ID came back as it was sent, or a new one");
  }
}
