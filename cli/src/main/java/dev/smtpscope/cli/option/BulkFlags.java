package dev.smtpscope.cli.option;

import dev.smtpscope.bulk.input.Column;
import dev.smtpscope.bulk.polite.Limits;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.target.TargetParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** All that says how to scan many targets. */
public final class BulkFlags {
  private static final Duration USUAL_DRAIN = Duration.ofSeconds(30);

  private final Flag<Path> output =
      Flag.of("-o, --output", "DIR", Path.class, Path::of, "Folder for the results; required.");

  private final Switch resume =
      Switch.of("--resume", "Go on with a scan into DIR that did not come to its end.");

  private final Flag<String> column =
      Flag.text(
          "--column",
          "COLUMN",
          "The input is CSV; targets are in the column of this name or number.");

  private final FlagList<Path> exclude =
      FlagList.of(
          "--exclude",
          "FILE",
          Path.class,
          Path::of,
          "Leave alone the networks, addresses and names (with all below them) in FILE; may be"
              + " given again.");

  private final PolitenessFlags polite = new PolitenessFlags();
  private final TargetFlags target = new TargetFlags();
  private final ClientFlags client = new ClientFlags();
  private final NameFlags names = new NameFlags();
  private final JudgeFlags judge = new JudgeFlags();

  private final TimeFlags time =
      new TimeFlags("For one connection as a whole (60s). D is 5, 5s, 500ms or 2m.");

  private final Flag<Duration> drain =
      Flag.duration(
          "--drain", "For targets under way once the scan is told to end with Ctrl-C (30s).");

  private final Flag<String> metrics =
      Flag.text(
          "--metrics", "ADDR:PORT", "Tell Prometheus how it goes, at http://ADDR:PORT/metrics.");

  private final Switch quiet = Switch.of("-q, --quiet", "Show no progress.");

  /** Adds them all to a command. */
  public void describeTo(CommandShape shape) {
    shape
        .section("What goes in and out", group(output.spec(), resume.spec(), column.spec()))
        .section("What to look at", target::specsOfMany)
        .section("How polite to be", this::politeness)
        .section("How to connect", client)
        .section("Whom to ask for names", names)
        .section("How long to wait", this::times)
        .section("How to judge", judge::specsOfRules)
        .section("How to follow it", group(metrics.spec(), quiet.spec()));
  }

  private static Flags group(OptionSpec... specs) {
    return () -> List.of(specs);
  }

  private List<OptionSpec> politeness() {
    return Stream.concat(Stream.of(exclude.spec()), polite.specs().stream()).toList();
  }

  private List<OptionSpec> times() {
    return Stream.concat(time.specs().stream(), Stream.of(drain.spec())).toList();
  }

  /** The folder for the results. */
  public Path output() {
    return output
        .value()
        .orElseThrow(() -> new UsageException("no folder is named for the results; add -o DIR"));
  }

  /** Whether to go on with what is there. */
  public boolean resumes() {
    return resume.isOn();
  }

  /** The column of targets; empty for plain lines. */
  public Optional<Column> column() {
    try {
      return column.value().map(Column::of);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--column: " + e.getMessage());
    }
  }

  /** The files that say whom to leave alone. */
  public List<Path> exclusions() {
    return exclude.values();
  }

  /** How much to do at a time. */
  public Limits limits() {
    return polite.limits();
  }

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return target.overrides();
  }

  /** How to scan each target. */
  public ScanOptions options() {
    return CommonOptions.of(target, client).budget(time.budget(new AuditFlags())).build();
  }

  /** The rules to judge by, where nothing was said those of {@code usual}. */
  public Ruleset ruleset(Ruleset usual) {
    return judge.ruleset(usual);
  }

  /** What the names of all targets are looked up with. */
  public NameService names() {
    return names.namesOfMany();
  }

  /** The resolvers that are asked. */
  public List<DnsServer> resolvers() {
    return names.resolvers();
  }

  /** How long targets under way may take at the end. */
  public Duration drain() {
    return drain.value().orElse(USUAL_DRAIN);
  }

  /** Where to tell how it goes. */
  public Optional<String> metrics() {
    return metrics.value();
  }

  /** Whether to be silent of progress. */
  public boolean isQuiet() {
    return quiet.isOn();
  }
}
