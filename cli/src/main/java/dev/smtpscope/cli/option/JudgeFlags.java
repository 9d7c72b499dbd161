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
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** What counts as how bad. */
public final class JudgeFlags implements Flags {
  final FlagList<String> profiles =
      FlagList.of(
          "--profile",
          "NAMES",
          String.class,
          value -> value,
          "Rules to judge by: smtpscope or strict (smtpscope); and guidelines to hold audited"
              + " servers against: rfc9325, mozilla-modern, mozilla-intermediate, ncsc-nl,"
              + " bsi-tr-02102-2 (rfc9325). Several with commas; may be given again.");

  final Flag<Path> ca =
      Flag.of(
          "--ca",
          "FILE",
          Path.class,
          Path::of,
          "Trust the PEM certificates of FILE in place of the JDK's.");

  final Flag<Integer> expiryDays =
      Flag.number("--expiry-days", "N", "Warn of certificates with fewer days left (30).");

  final Flag<Duration> slowAfter =
      Flag.duration("--slow-after", "Call a stage slow that takes longer (5s).");

  final Flag<FailOn> failOn =
      Flag.choice(
          "--fail-on",
          "SEVERITY",
          FailOn.class,
          "Exit with 1 from here on: info, notice, warning, error or never (error).");

  @Override
  public List<OptionSpec> specs() {
    return List.of(profiles.spec(), ca.spec(), expiryDays.spec(), slowAfter.spec(), failOn.spec());
  }

  /** Those that say what the rules are. */
  List<OptionSpec> specsOfRules() {
    return List.of(profiles.spec(), ca.spec(), expiryDays.spec(), slowAfter.spec());
  }

  /** How the command ends after {@code report}. */
  public int exitCode(Report report) {
    if (Summary.of(report).outcome() == Outcome.NOT_TESTED) {
      return ExitCode.NOT_TESTED;
    }
    FailOn limit = failOn.value().orElse(FailOn.ERROR);
    boolean fails = report.verdicts().worst().filter(limit::isReachedBy).isPresent();
    return fails ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** The rules to judge by, where nothing was said those of {@code usual}. */
  public Ruleset ruleset(Ruleset usual) {
    TrustAnchors anchors = ca.value().map(Trust::of).orElseGet(usual::anchors);
    List<String> names =
        profiles.values().stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::strip)
            .toList();
    Ruleset named = names.isEmpty() ? usual.with(anchors) : profile(names, anchors);
    return named.with(thresholds(named.thresholds()));
  }

  private static Ruleset profile(List<String> names, TrustAnchors anchors) {
    names.stream()
        .filter(name -> !Profiles.WITH_GUIDELINES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new UsageException(
              "--profile: '"
                  + name
                  + "' is none of "
                  + String.join(", ", Profiles.WITH_GUIDELINES));
        });
    return Profiles.combined(names, anchors)
        .orElseThrow(() ->
            new UsageException(
                "--profile: only one of " + String.join(" and ", Profiles.NAMES) + " at a time"));
  }

  private Thresholds thresholds(Thresholds usual) {
    return new Thresholds(
        expiryDays.value().map(JudgeFlags::days).orElseGet(usual::expiryWarning),
        usual.maximumValidity(),
        slowAfter.value().orElseGet(usual::slowStage));
  }

  private static Duration days(int days) {
    if (days < 0 || days > 3650) {
      throw new UsageException("--expiry-days is 0 to 3650, not " + days);
    }
    return Duration.ofDays(days);
  }
}
