package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;

/** The key exchange is weak or not forward secret. */
public final class TlsKeyExchangeWeak extends SessionCheck {
  private static final int BROKEN = 1024;
  private static final int SHORT = 2048;

  public TlsKeyExchangeWeak() {
    super(
        "tls-key-exchange-weak",
        "Is the session's key exchange strong?",
        Remedies.keyExchange(
            "Prefer ECDHE. Where finite-field Diffie-Hellman stays, use a group of RFC 7919 of at"
                + " least 2048 bits."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereNotAudited(context);
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    if (session.suite().name().startsWith("TLS_RSA_WITH_")) {
      return failure(
          context,
          session,
          byRole(context, Severity.NOTICE, Severity.WARNING),
          "static RSA, without forward secrecy",
          "Who gets hold of the server's key later can decrypt everything recorded until then.");
    }
    return session
        .group()
        .filter(group -> group.dhBits().isPresent())
        .map(group -> finiteField(context, session, group))
        .orElse(Judgement.pass());
  }

  private Judgement finiteField(EndpointContext context, TlsSession session, NamedGroup group) {
    int bits = group.dhBits().orElseThrow();
    if (bits < SHORT) {
      return failure(
          context,
          session,
          bits < BROKEN ? Severity.ERROR : Severity.WARNING,
          "Diffie-Hellman of " + bits + " bits",
          "A prime this short can be broken, or is within reach of those with means (Logjam).");
    }
    return group.code() < 0
        ? failure(
            context,
            session,
            Severity.NOTICE,
            "Diffie-Hellman with a prime of the server's own",
            "A client can't tell in the handshake whether such a prime is a safe one.")
        : Judgement.pass();
  }

  private Judgement failure(
      EndpointContext context, TlsSession session, Severity severity, String what, String why) {
    return outdated(severity, context)
        .title("the key exchange is weak: " + what)
        .evidence(agreed(session))
        .evidence(session.group().map(group -> "group " + group.name()).stream().toList())
        .why(why)
        .see(Reference.rfc(9325, "4.1"), Reference.rfc(7919, ""))
        .fail();
  }
}
