package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.tls.SigningHandshake;
import dev.smtpscope.probe.tls.SigningHandshake.Outcome;
import dev.smtpscope.reference.tls.SignatureSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server signs with, and with which certificates, where it speaks TLS 1.3 and not 1.2,
 * which would tell in the clear.
 */
record Tls13SigningQuestion(Offers offers) implements Question {
  private static final String UNKNOWN = "unknown.smtpscope.invalid";

  @Override
  public String subject() {
    return "certificates and signatures of " + TlsVersion.TLS_1_3.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (!known.isSettled(TlsVersion.TLS_1_3) || !known.isSettled(TlsVersion.TLS_1_2)) {
      return Readiness.NOT_YET;
    }
    boolean alone =
        known.version(TlsVersion.TLS_1_3).isYes() && known.version(TlsVersion.TLS_1_2).isNo();
    return alone && !known.knows(Asked.NO_NAME) ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    List<Integer> all = SigningHandshake.all();
    Outcome first = once(asker, all, offers.sni());
    if (!(first instanceof Outcome.Signed)) {
      unknown(known);
      return;
    }
    signatures(asker, known, first);
    name(known, Asked.UNKNOWN_NAME, once(asker, all, Optional.of(UNKNOWN)));
    name(known, Asked.NO_NAME, once(asker, all, Optional.empty()));
  }

  /** Offers what the server has not signed with yet, until it signs no more. */
  private void signatures(Asker asker, Findings known, Outcome first) throws EndedException {
    List<Integer> left = new ArrayList<>(SigningHandshake.all());
    Outcome outcome = first;
    while (outcome instanceof Outcome.Signed signed && left.contains(signed.scheme().code())) {
      left.remove(Integer.valueOf(signed.scheme().code()));
      known.signature(TlsVersion.TLS_1_3, signed.scheme(), Trait.yes("the server signed with it"));
      asked(signed).ifPresent(asked -> known.chain(ServedChains.of(asked, signed.certificates())));
      outcome = left.isEmpty() ? outcome : once(asker, left, offers.sni());
    }
    Trait passedOver = passedOver(outcome);
    left.forEach(
        code -> known.signature(TlsVersion.TLS_1_3, SignatureSchemes.named(code), passedOver));
    for (Asked asked : List.of(Asked.RSA, Asked.ECDSA)) {
      known.chain(ServedChains.none(asked, passedOver));
    }
  }

  /** A server that never gets so far refuses for another reason than names and schemes. */
  private static void unknown(Findings known) {
    Trait trait = Trait.unknown("no handshake of TLSv1.3 was completed");
    for (Asked asked : Asked.values()) {
      known.chain(ServedChains.none(asked, trait));
    }
  }

  private static Outcome once(Asker asker, List<Integer> schemes, Optional<String> sni)
      throws EndedException {
    try (Governor.Turn turn = asker.enter()) {
      return new SigningHandshake(schemes, sni).perform(turn.wire(), asker.answer());
    }
  }

  private static Optional<Asked> asked(Outcome.Signed signed) {
    String name = signed.scheme().name();
    return name.startsWith("rsa_")
        ? Optional.of(Asked.RSA)
        : name.startsWith("ecdsa_") ? Optional.of(Asked.ECDSA) : Optional.empty();
  }

  private static Trait passedOver(Outcome last) {
    return switch (last) {
      case Outcome.Refused(var alert) -> Trait.no("alert " + alert.name());
      case Outcome.Signed s -> Trait.unknown("the server signed with what was not offered");
      case Outcome.Broken b -> Trait.unknown("the handshake broke");
    };
  }

  private static void name(Findings known, Asked asked, Outcome outcome) {
    known.chain(
        switch (outcome) {
          case Outcome.Signed signed -> ServedChains.of(asked, signed.certificates());
          case Outcome.Refused(var alert) ->
              ServedChains.none(asked, Trait.no("alert " + alert.name()));
          case Outcome.Broken b -> ServedChains.none(asked, Trait.unknown("the handshake broke"));
        });
  }
}
