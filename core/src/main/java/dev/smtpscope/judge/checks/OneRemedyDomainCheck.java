package dev.smtpscope.judge.checks;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;

/** A check of a mail domain that has one remedy for all that it finds. */
public abstract class OneRemedyDomainCheck extends OneRemedy implements Check.OfDomain {
  protected OneRemedyDomainCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  /** As for any question about the servers that take mail: where there are any. */
  @Override
  public Applicability appliesTo(DomainContext context) {
    return switch (context.mx()) {
      case MxSet.Listed listed -> Applicability.applies();
      case MxSet.Absent none -> Applicability.applies();
      case MxSet.Null none -> Applicability.not("the domain takes no mail");
      case MxSet.NoSuchName none -> Applicability.not("the domain does not exist");
      case MxSet.Unknown(var detail) ->
          Applicability.unknown("the MX records are not known: " + detail);
    };
  }

  /** A finding of this check with its remedy filled in. */
  protected final FindingBuilder withRemedy(Severity severity, DomainContext context) {
    return FindingBuilder.of(id(), severity, context).fix(remedy());
  }

  /** The same, for one of several problems that the check tells apart. */
  protected final FindingBuilder withRemedy(
      String suffix, Severity severity, DomainContext context) {
    return FindingBuilder.of(id() + "/" + suffix, severity, context).fix(remedy());
  }

  /** A finding about one of the domain's hosts. */
  protected final FindingBuilder withRemedy(Severity severity, HostContext context) {
    return FindingBuilder.of(id(), severity, context).fix(remedy());
  }
}
