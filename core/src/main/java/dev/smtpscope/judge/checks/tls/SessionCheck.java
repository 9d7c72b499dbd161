package dev.smtpscope.judge.checks.tls;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyCheck;

/** What the checks of an established session have in common. */
abstract class SessionCheck extends OneRemedyCheck {
  SessionCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Sessions.whereEstablished(context);
  }

  @Override
  public final Judgement judge(EndpointContext context) {
    return judge(context, context.session().orElseThrow());
  }

  abstract Judgement judge(EndpointContext context, TlsSession session);

  /** A finding with what never differs filled in. */
  FindingBuilder finding(Severity severity, EndpointContext context, String... openssl) {
    return withRemedy(severity, context).reproduce(Reproduce.openssl(context, openssl));
  }

  /** As {@link #finding}, for a session such as OpenSSL by itself does not take. */
  FindingBuilder outdated(Severity severity, EndpointContext context) {
    return finding(severity, context, "-cipher", "ALL:@SECLEVEL=0");
  }

  static Severity byRole(EndpointContext context, Severity mx, Severity submission) {
    return context.role().isSubmission() ? submission : mx;
  }

  /** What was agreed on, as a line of evidence. */
  static String agreed(TlsSession session) {
    return "agreed on " + session.version().label() + ", " + session.suite().name();
  }
}
