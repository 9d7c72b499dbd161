package dev.smtpscope.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Facts;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.MailDomain;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import java.util.List;

/** One check, asked about made-up observations. */
public final class Asked {
  private Asked() {}

  /** How the check ends on the first subject. */
  public static Judgement of(Check check, Scene... scenes) {
    return of(check, Scenes.facts(scenes));
  }

  /** How the check ends on the first subject. */
  public static Judgement of(Check check, Facts facts) {
    return new Judge(Scenes.RULES, List.of(check)).judge(facts).results().getFirst().judgement();
  }

  /** How the check ends on each subject of a mail domain. */
  public static List<Judgement> of(Check check, MailDomain domain) {
    Ruleset rules = Ruleset.standard(Certificates.ANCHORS);
    return new Judge(rules, List.of(check))
        .judge(domain.facts()).results().stream().map(CheckResult::judgement).toList();
  }

  /** The findings of a check about a mail domain, on all subjects. */
  public static List<Finding> findings(Check check, MailDomain domain) {
    return of(check, domain).stream()
        .flatMap(j ->
            j instanceof Judgement.Fail(var findings)
                ? findings.stream()
                : java.util.stream.Stream.of())
        .toList();
  }

  /** The only finding of a check about a mail domain. */
  public static Finding finding(Check check, MailDomain domain) {
    List<Finding> findings = findings(check, domain);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  /** Asserts that the check passes on every subject of a mail domain. */
  public static void passes(Check check, MailDomain domain) {
    assertThat(of(check, domain)).isNotEmpty().containsOnly(Judgement.pass());
  }

  /** Asserts that what was seen does not answer the check's question on any subject. */
  public static void isInconclusive(Check check, MailDomain domain) {
    assertThat(of(check, domain)).isNotEmpty().hasOnlyElementsOfType(Judgement.Inconclusive.class);
  }

  /** Asserts that the check's question does not arise on any subject. */
  public static void isNotApplicable(Check check, MailDomain domain) {
    assertThat(of(check, domain)).isNotEmpty().hasOnlyElementsOfType(Judgement.NotApplicable.class);
  }

  /** The findings of a check that must fail. */
  public static List<Finding> findings(Check check, Scene... scenes) {
    return findings(of(check, scenes));
  }

  /** The only finding of a check that must fail. */
  public static Finding finding(Check check, Scene... scenes) {
    List<Finding> findings = findings(check, scenes);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  /** The findings of a judgement that must be a failure. */
  public static List<Finding> findings(Judgement judgement) {
    assertThat(judgement).isInstanceOf(Judgement.Fail.class);
    return ((Judgement.Fail) judgement).findings();
  }

  /** Asserts that the check passes. */
  public static void passes(Check check, Scene... scenes) {
    assertThat(of(check, scenes)).isEqualTo(Judgement.pass());
  }

  /** Asserts that what was seen does not answer the check's question. */
  public static void isInconclusive(Check check, Scene... scenes) {
    assertThat(of(check, scenes)).isInstanceOf(Judgement.Inconclusive.class);
  }

  /** Asserts that the check's question does not arise. */
  public static void isNotApplicable(Check check, Scene... scenes) {
    assertThat(of(check, scenes)).isInstanceOf(Judgement.NotApplicable.class);
  }
}
