package dev.smtpscope.judge.checks;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import java.util.List;

/** A check of an endpoint that has one remedy for all that it finds. */
public abstract class OneRemedyCheck implements Check.OfEndpoint {
  private final String id;
  private final String title;
  private final Remedy remedy;

  protected OneRemedyCheck(String id, String title, Remedy remedy) {
    this.id = id;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final List<Remedy> remedies() {
    return List.of(remedy);
  }

  /** A finding of this check with its remedy filled in. */
  protected final FindingBuilder withRemedy(Severity severity, EndpointContext context) {
    return FindingBuilder.of(id, severity, context).fix(remedy);
  }
}
