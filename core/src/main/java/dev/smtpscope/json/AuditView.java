package dev.smtpscope.json;

import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.AuditInsight;
import dev.smtpscope.judge.audit.Attack;
import dev.smtpscope.judge.audit.Grade;
import dev.smtpscope.judge.guideline.GuidelineVerdict;
import java.util.List;

/** What was concluded from a TLS audit beside the checks. */
record AuditView(List<AttackView> attacks, List<GuidelineVerdict> guidelines, Grade grade) {
  /**
   * Whether the server is open to an attack.
   *
   * @param open support {@code yes} where it is
   */
  record AttackView(Attack attack, Trait open) {}

  static AuditView of(AuditInsight insight) {
    return new AuditView(
        insight.attacks().stream().map(o -> new AttackView(o.attack(), o.trait())).toList(),
        insight.guidelines(),
        insight.grade());
  }
}
