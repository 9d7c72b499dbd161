package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.audit.Offering;
import java.util.function.Function;

/** Whether a server has, or lacks, one trait; the rows of {@link TraitChecks}. */
final class TraitCheck extends AuditCheck {
  /** Where the trait is looked up, what it is called, which way is bad, and when it matters. */
  record Question(
      Function<Offering, Trait> trait,
      String label,
      Support bad,
      Function<Offering, Applicability> arises) {
    static Question mustNotHave(Feature feature) {
      return of(feature, Support.YES);
    }

    static Question mustHave(Feature feature) {
      return of(feature, Support.NO);
    }

    static Question withstands(ActiveTest test) {
      return new Question(
          o -> o.shows(test),
          test.label(),
          Support.YES,
          o ->
              o.audit().activeTests().isEmpty()
                  ? Applicability.not("no tests that behave as an attacker would were asked for")
                  : Applicability.applies());
    }

    /** The same, where {@code condition} holds as well. */
    Question where(Function<Offering, Applicability> condition) {
      return new Question(trait, label, bad, o -> both(condition.apply(o), arises.apply(o)));
    }

    private static Applicability both(Applicability first, Applicability second) {
      return first instanceof Applicability.Applies ? second : first;
    }

    private static Question of(Feature feature, Support bad) {
      return new Question(o -> o.has(feature), feature.label(), bad, o -> withinDepth(o, feature));
    }

    private static Applicability withinDepth(Offering offering, Feature feature) {
      return offering.isBeyondDepth(feature)
          ? Applicability.not("an audit of this depth does not ask for it")
          : Applicability.applies();
    }
  }

  private final Question question;
  private final Account account;

  TraitCheck(String id, String title, Question question, Remedy remedy, Account account) {
    super(id, title, remedy);
    this.question = question;
    this.account = account;
  }

  @Override
  Applicability appliesTo(EndpointContext context, Offering offering) {
    return question.arises().apply(offering);
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    Trait trait = question.trait().apply(offering);
    if (trait.support() == Support.UNKNOWN) {
      return new Judgement.Inconclusive(trait.detail());
    }
    return trait.support() == question.bad() ? finding(context, trait) : Judgement.pass();
  }

  private Judgement finding(EndpointContext context, Trait trait) {
    return withRemedy(account.severity().at(context), context)
        .title(account.title())
        .evidence(question.label() + ": " + trait.detail())
        .why(account.why())
        .see(account.see().toArray(Reference[]::new))
        .reproduce(account.reproduce().apply(context))
        .fail();
  }
}
