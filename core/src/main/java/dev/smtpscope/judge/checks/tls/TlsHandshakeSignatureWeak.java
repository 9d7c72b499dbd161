package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;

/** The server signed the handshake over SHA-1. */
public final class TlsHandshakeSignatureWeak extends SessionCheck {
  public TlsHandshakeSignatureWeak() {
    super(
        "tls-handshake-signature-weak",
        "Is the handshake signed with a sound hash?",
        Remedies.modern(
            "Update the server's TLS library, and take SHA-1 out of the signature algorithms it is"
                + " configured with."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereEstablished(
        context,
        session ->
            session.version().compareTo(TlsVersion.TLS_1_2) >= 0
                ? Applicability.applies()
                : Applicability.not(session.version().label() + " leaves no choice"));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    return session
        .signature()
        .filter(signature -> signature.name().contains("sha1"))
        .map(signature ->
            outdated(Severity.WARNING, context)
                .title("the server signs the handshake over SHA-1")
                .evidence("signature scheme " + signature.name(), agreed(session))
                .why("SHA-1 is broken; current TLS libraries refuse such a handshake by default.")
                .see(Reference.rfc(9155, "4"))
                .fail())
        .orElse(Judgement.pass());
  }
}
