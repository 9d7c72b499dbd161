package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.checks.OneRemedyCheck;

/** What the checks of an audited server have in common. */
abstract class AuditCheck extends OneRemedyCheck {
  AuditCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  @Override
  public final Applicability appliesTo(EndpointContext context) {
    return Offering.of(context.endpoint())
        .map(offering -> appliesTo(context, offering))
        .orElseGet(() -> Applicability.not("no TLS audit was made of it"));
  }

  @Override
  public final Judgement judge(EndpointContext context) {
    return judge(context, Offering.of(context.endpoint()).orElseThrow());
  }

  /** Whether the question arises with what the server offers. */
  Applicability appliesTo(EndpointContext context, Offering offering) {
    return Applicability.applies();
  }

  abstract Judgement judge(EndpointContext context, Offering offering);
}
