package dev.smtpscope.cli.option;

import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.judge.Profiles;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Thresholds;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What counts as how bad. */
public final class JudgeFlags {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Rules to judge by: smtpscope or strict (smtpscope).")
  Optional<String> profile = Optional.empty();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust the PEM certificates of FILE in place of the JDK's.")
  Optional<Path> ca = Optional.empty();

  @Option(
      names = "--expiry-days",
      paramLabel = "N",
      description = "Warn of certificates with fewer days left (30).")
  Optional<Integer> expiryDays = Optional.empty();

  @Option(
      names = "--slow-after",
      paramLabel = "D",
      converter = Durations.class,
      description = "Call a stage slow that takes longer (5s).")
  Optional<Duration> slowAfter = Optional.empty();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = Choices.OfFailOn.class,
      completionCandidates = Choices.OfFailOn.class,
      description = "Exit with 1 from here on: info, notice, warning, error or never (error).")
  FailOn failOn = FailOn.ERROR;

  /** How the command ends after {@code report}. */
  public int exitCode(Report report) {
    if (Summary.of(report).outcome() == Outcome.NOT_TESTED) {
      return ExitCode.NOT_TESTED;
    }
    boolean fails = report.verdicts().worst().filter(failOn::isReachedBy).isPresent();
    return fails ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** The rules to judge by, where nothing was said those of {@code usual}. */
  public Ruleset ruleset(Ruleset usual) {
    TrustAnchors anchors = ca.map(Trust::of).orElseGet(usual::anchors);
    Ruleset named =
        profile.map(name -> profile(name, anchors)).orElseGet(() -> usual.with(anchors));
    return named.with(thresholds(named.thresholds()));
  }

  private static Ruleset profile(String name, TrustAnchors anchors) {
    return Profiles.named(name, anchors)
        .orElseThrow(() ->
            new UsageException(
                "--profile: '" + name + "' is none of " + String.join(", ", Profiles.NAMES)));
  }

  private Thresholds thresholds(Thresholds usual) {
    return new Thresholds(
        expiryDays.map(JudgeFlags::days).orElseGet(usual::expiryWarning),
        usual.maximumValidity(),
        slowAfter.orElseGet(usual::slowStage));
  }

  private static Duration days(int days) {
    if (days < 0 || days > 3650) {
      throw new UsageException("--expiry-days is 0 to 3650, not " + days);
    }
    return Duration.ofDays(days);
  }
}
