package dev.smtpscope.judge.checks;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;

/** A check of an endpoint that has one remedy for all that it finds. */
public abstract class OneRemedyCheck extends OneRemedy implements Check.OfEndpoint {
  protected OneRemedyCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  /** A finding of this check with its remedy filled in. */
  protected final FindingBuilder withRemedy(Severity severity, EndpointContext context) {
    return FindingBuilder.of(id(), severity, context).fix(remedy());
  }
}
