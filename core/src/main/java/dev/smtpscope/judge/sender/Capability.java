package dev.smtpscope.judge.sender;

import static dev.smtpscope.facts.TlsVersion.TLS_1_2;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.audit.Offering;
import java.util.Optional;

/**
 * What senders with other TLS libraries than ours would agree on, by an audit where there is one.
 */
record Capability(EndpointContext endpoint, TlsSession session) {
  Outcome withTls12() {
    int order = session.version().compareTo(TLS_1_2);
    if (order > 0) {
      return audited().map(offering -> by(offering.speaks(TLS_1_2))).orElseGet(this::untried);
    }
    return order == 0
        ? encrypted()
        : refused("the server has nothing newer than " + session.version().label());
  }

  private Outcome untried() {
    return Outcome.unknown(
        "the server chose " + session.version().label() + "; TLS 1.2 was not tried by itself");
  }

  private static Outcome by(Trait spoken) {
    return switch (spoken.support()) {
      case YES -> encrypted();
      case NO -> refused("the server does not speak TLS 1.2");
      case UNKNOWN -> Outcome.unknown("TLS 1.2: " + spoken.detail());
    };
  }

  private static Outcome encrypted() {
    return Outcome.of(Delivery.ENCRYPTED, "TLS 1.2, whoever the server may be");
  }

  private static Outcome refused(String why) {
    return Outcome.of(Delivery.PLAIN_TEXT, ResultType.VALIDATION_FAILURE, why);
  }

  Outcome withPostQuantum() {
    Trait trait = audited().map(Offering::postQuantum).orElseGet(this::seen);
    return Outcome.of(
        Delivery.ENCRYPTED,
        trait.isYes()
            ? "with " + group(trait) + ", which withstands quantum computers"
            : "with " + agreed() + ", which quantum computers may break one day" + doubt(trait));
  }

  private Trait seen() {
    return isPostQuantum() ? Trait.yes(agreed()) : Trait.no(agreed());
  }

  private static String doubt(Trait trait) {
    return trait.support() == Support.UNKNOWN ? "; whether it could do better is not known" : "";
  }

  /** The one of the session, or the first that the server agreed to when asked for nothing else. */
  private String group(Trait trait) {
    return isPostQuantum()
        ? agreed()
        : audited().stream()
            .flatMap(o -> o.audit().groups().stream())
            .filter(g -> g.group().isPostQuantum() && g.trait().isYes())
            .map(g -> g.group().name())
            .findFirst()
            .orElseGet(trait::detail);
  }

  private boolean isPostQuantum() {
    return session.group().filter(NamedGroup::isPostQuantum).isPresent();
  }

  private String agreed() {
    return session.group().map(NamedGroup::name).orElse("static RSA");
  }

  private Optional<Offering> audited() {
    return Offering.of(endpoint.endpoint());
  }
}
