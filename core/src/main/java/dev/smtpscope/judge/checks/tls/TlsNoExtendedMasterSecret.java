package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;

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
            session.version() == TlsVersion.TLS_1_2
                ? Applicability.applies()
                : Applicability.not("the session is " + session.version().label()));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    return session.extendedMasterSecret()
        ? Judgement.pass()
        : finding(Severity.NOTICE, context, "-tls1_2")
            .title("the session has no extended master secret")
            .evidence("offered the extension, not answered", agreed(session))
            .why(
                "Without it a session's secret is not bound to the handshake, which makes"
                    + " man-in-the-middle attacks on resumption possible.")
            .see(Reference.rfc(7627, ""), Reference.rfc(9325, "3.5"))
            .fail();
  }
}
