package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import java.util.Optional;

/** The server chose a weak cipher, though better ones were offered. */
public final class TlsCipherWeak extends SessionCheck {
  public TlsCipherWeak() {
    super(
        "tls-cipher-weak",
        "Is the session's cipher strong?",
        Remedies.modern(
            "Prefer AES-GCM and ChaCha20-Poly1305 with ECDHE, and let the server impose its order."));
  }

  private record Weakness(Severity severity, String what, String why) {}

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereNotAudited(context);
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    return weakness(context, session)
        .map(weakness ->
            outdated(weakness.severity(), context)
                .title("the session's cipher is weak: " + weakness.what())
                .evidence("offered AES-GCM and ChaCha20-Poly1305 first", agreed(session))
                .why(weakness.why())
                .see(Reference.rfc(9325, "4.1"))
                .fail())
        .orElse(Judgement.pass());
  }

  private static Optional<Weakness> weakness(EndpointContext context, TlsSession session) {
    String suite = session.suite().name();
    if (suite.contains("_NULL_") || suite.contains("_EXPORT")) {
      return weak(Severity.ERROR, "no encryption worth the name", "Anyone on the path can read.");
    }
    if (suite.contains("_RC4_") || suite.contains("_DES_") || suite.contains("_DES40_")) {
      return weak(Severity.ERROR, "RC4 or DES", "This cipher is broken.");
    }
    if (suite.contains("_anon_")) {
      return weak(
          byRole(context, Severity.INFO, Severity.ERROR),
          "no authentication",
          "An attacker on the path can take the server's place unnoticed.");
    }
    if (suite.contains("_3DES_") || suite.contains("_IDEA_")) {
      return weak(
          Severity.WARNING,
          "64-bit blocks",
          "With blocks of 64 bits, contents leak once much has been sent under one key (Sweet32).");
    }
    return suite.contains("_CBC_") && session.version().compareTo(TlsVersion.TLS_1_2) >= 0
        ? weak(
            Severity.NOTICE,
            "CBC mode",
            "CBC suites have a long history of padding attacks; AEAD suites are immune.")
        : Optional.empty();
  }

  private static Optional<Weakness> weak(Severity severity, String what, String why) {
    return Optional.of(new Weakness(severity, what, why));
  }
}
