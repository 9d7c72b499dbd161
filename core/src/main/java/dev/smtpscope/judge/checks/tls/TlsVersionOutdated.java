package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;

/** The server chose a TLS version older than 1.2. */
public final class TlsVersionOutdated extends SessionCheck {
  public TlsVersionOutdated() {
    super(
        "tls-version-outdated",
        "Is the session's TLS version current?",
        Remedies.modern(
            "Update the server's TLS library and switch on TLS 1.2 and 1.3. On port 25 older"
                + " versions may stay on beside them: they are better than plain text."));
  }

  @Override
  Judgement judge(EndpointContext context, TlsSession session) {
    TlsVersion version = session.version();
    if (version.compareTo(TlsVersion.TLS_1_2) >= 0) {
      return Judgement.pass();
    }
    Severity severity =
        version.compareTo(TlsVersion.SSL_3) <= 0
            ? Severity.ERROR
            : byRole(context, Severity.WARNING, Severity.ERROR);
    return outdated(severity, context)
        .title("the server speaks no newer protocol than " + version.label())
        .evidence("offered TLSv1.3 and TLSv1.2 beside older versions", agreed(session))
        .why(
            context.role().isSubmission()
                ? "Current mail programs have given up TLS before 1.2 and can't connect."
                : "Senders that have given up TLS before 1.2 fall back to plain text or do not"
                    + " deliver.")
        .see(Reference.rfc(8996, "5"), Reference.rfc(8997, "3"), Reference.rfc(9325, "3.1.1"))
        .fail();
  }
}
