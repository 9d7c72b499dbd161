package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;

/** A TLS 1.2 session without extended master secret. */
public final class TlsNoExtendedMasterSecret extends SessionCheck {
  public TlsNoExtendedMasterSecret() {
    super(
        "tls-no-extended-master-secret",
        "Does TLS 1.2 use the extended master secret?",
        Remedies.modern(
            "Update the server's TLS library, or switch on TLS 1.3, which has it built in."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereEstablished(
        context,
        session ->
            session.version() == TlsVersion.TLS_1_2 || speaks12(context)
                ? Applicability.applies()
                : Applicability.not("the session is " + session.version().label()));
  }

  private static boolean speaks12(EndpointContext context) {
    return Offering.of(context.endpoint())
        .filter(offering -> offering.speaks(TlsVersion.TLS_1_2).isYes())
        .isPresent();
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    Trait trait = trait(context, session);
    return switch (trait.support()) {
      case YES -> Judgement.pass();
      case NO -> failure(context, trait.detail());
      case UNKNOWN -> new Judgement.Inconclusive(trait.detail());
    };
  }

  private static Trait trait(EndpointContext context, TlsSession session) {
    if (session.version() != TlsVersion.TLS_1_2) {
      return Offering.of(context.endpoint()).orElseThrow().has(Feature.EXTENDED_MASTER_SECRET);
    }
    return session.extendedMasterSecret() ? Trait.yes("") : Trait.no(agreed(session));
  }

  private Judgement failure(EndpointContext context, String detail) {
    return finding(Severity.NOTICE, context, "-tls1_2")
        .title("TLS 1.2 goes without the extended master secret")
        .evidence("offered the extension, not answered", detail)
        .why(
            "Without it a session's secret is not bound to the handshake, which makes"
                + " man-in-the-middle attacks on resumption possible.")
        .see(Reference.rfc(7627, ""), Reference.rfc(9325, "3.5"))
        .fail();
  }
}
