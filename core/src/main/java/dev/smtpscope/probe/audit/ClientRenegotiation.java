package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.tls.Renegotiation;
import java.util.Optional;

/** Whether a client may shake hands again and again on one connection, at the server's expense. */
record ClientRenegotiation(Offers offers) implements ActiveQuestion.Attempt {
  @Override
  public Optional<String> needless(Findings known) {
    return known.newestClear().isPresent()
        ? Optional.empty()
        : Optional.of("the server speaks no version before TLSv1.3, which has none");
  }

  @Override
  public Trait attempt(Asker asker, Findings known) throws EndedException {
    if (!known.version(TlsVersion.TLS_1_2).isYes()
        || known.feature(Feature.SECURE_RENEGOTIATION).isNo()) {
      return Trait.unknown("it is only tried in TLSv1.2 with secure renegotiation");
    }
    try (Governor.Turn turn = asker.enter()) {
      return switch (new Renegotiation(offers.sni()).attempt(turn.wire(), asker.answer())) {
        case DONE -> Trait.yes("a second handshake on one connection succeeded");
        case REFUSED -> Trait.no("the server refused a second handshake");
        case SILENT -> Trait.unknown("the server did not answer the second hello");
        case NO_HANDSHAKE -> Trait.unknown("the first handshake failed");
      };
    }
  }
}
