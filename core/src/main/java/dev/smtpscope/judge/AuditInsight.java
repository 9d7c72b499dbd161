package dev.smtpscope.judge;

import dev.smtpscope.judge.audit.Attack;
import dev.smtpscope.judge.audit.Grade;
import dev.smtpscope.judge.audit.Grading;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.Openness;
import dev.smtpscope.judge.guideline.GuidelineVerdict;
import dev.smtpscope.judge.guideline.Guidelines;
import dev.smtpscope.judge.sender.WebPki;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a TLS audit came to beside the checks.
 *
 * @param attacks all there are, in the order of {@link Attack}
 * @param guidelines those that the ruleset names
 */
public record AuditInsight(List<Openness> attacks, List<GuidelineVerdict> guidelines, Grade grade) {
  public AuditInsight {
    attacks = List.copyOf(attacks);
    guidelines = List.copyOf(guidelines);
  }

  static Optional<AuditInsight> of(EndpointContext context) {
    return Offering.of(context.endpoint()).map(offering -> of(context, offering));
  }

  private static AuditInsight of(EndpointContext context, Offering offering) {
    return new AuditInsight(
        Arrays.stream(Attack.values()).map(a -> new Openness(a, a.against(offering))).toList(),
        context.rules().guidelines().stream()
            .map(name -> Guidelines.judge(name, offering))
            .toList(),
        Grading.of(offering, context.role().isSubmission(), distrust(context)));
  }

  private static Optional<String> distrust(EndpointContext context) {
    return context
        .referenceName()
        .filter(name -> context.session().isPresent())
        .flatMap(name ->
            WebPki.of(context, name) instanceof WebPki.Invalid(var type, var problem)
                ? Optional.of(problem)
                : Optional.empty());
  }
}
