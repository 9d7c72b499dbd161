package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;
import java.util.Optional;
import java.util.stream.Stream;

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
            context.endpoint().audit().isPresent()
                    || session.version().compareTo(TlsVersion.TLS_1_2) >= 0
                ? Applicability.applies()
                : Applicability.not(session.version().label() + " leaves no choice"));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    Optional<String> chosen =
        session
            .signature()
            .filter(TlsHandshakeSignatureWeak::isWeak)
            .map(signature -> "signature scheme " + signature.name() + ", " + agreed(session));
    return chosen
        .map(evidence ->
            failure(
                context, Severity.WARNING, "the server signs the handshake over SHA-1", evidence))
        .or(() ->
            audited(context)
                .findFirst()
                .map(evidence ->
                    failure(
                        context,
                        Severity.NOTICE,
                        "the server signs the handshake over SHA-1 for those who ask",
                        evidence)))
        .orElseGet(Judgement::pass);
  }

  /** What else the server is willing to sign with, asked for nothing better. */
  private static Stream<String> audited(EndpointContext context) {
    return context.endpoint().audit().stream()
        .flatMap(audit -> audit.signatures().stream())
        .filter(s -> s.trait().isYes() && isWeak(s.scheme()))
        .filter(s -> s.version().compareTo(TlsVersion.TLS_1_2) >= 0)
        .map(s -> s.version().label() + ": signs with " + s.scheme().name());
  }

  private static boolean isWeak(SignatureScheme scheme) {
    return scheme.name().contains("sha1") || scheme.name().contains("md5");
  }

  private Judgement failure(
      EndpointContext context, Severity severity, String title, String evidence) {
    return finding(
            severity,
            context,
            "-tls1_2",
            "-sigalgs",
            "RSA+SHA1:ECDSA+SHA1",
            "-cipher",
            "ALL:@SECLEVEL=0")
        .title(title)
        .evidence(evidence)
        .why("SHA-1 is broken; current TLS libraries refuse such a handshake by default.")
        .see(Reference.rfc(9155, "4"))
        .fail();
  }
}
