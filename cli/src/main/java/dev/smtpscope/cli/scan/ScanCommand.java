package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.manifest.Setup;
import dev.smtpscope.bulk.run.BulkOptions;
import dev.smtpscope.bulk.run.BulkScan;
import dev.smtpscope.bulk.run.Inputs;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.Listening;
import dev.smtpscope.cli.Signals;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.Version;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.BulkFlags;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.judge.Ruleset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope scan}: tests the targets of a list and leaves a folder of results. */
public final class ScanCommand implements Callable<Integer> {
  private static final int METRICS_PORT = 9925;

  private final Surroundings surroundings;

  private final Arguments files =
      Arguments.many(
          "FILE",
          "list of targets, one a line as check takes them, or CSV with --column; as it is or packed"
              + " with gzip or zstd; - is standard input");

  private final BulkFlags flags = new BulkFlags();

  public ScanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    CommandShape shape =
        new CommandShape("scan", this)
            .unsorted()
            .synopsis("smtpscope scan [options] -o DIR FILE...")
            .header("Test many mail domains and hosts and write tables and a summary.")
            .description(
                "Tests every target in each FILE as check does, many at a time. A server that many"
                    + " domains share is looked at once. Before you scan servers of others, read"
                    + " docs/scan.md: take an EHLO name and address that tell who you are, and an"
                    + " exclusion list. Defaults stand in brackets.")
            .takes(files);
    flags.describeTo(shape);
    return shape
        .exitCodes(
            "0:every target of the list has its result, whatever it is",
            "2:wrong usage, or a file that can't be read or written",
            "69:cannot listen where --metrics says",
            "70:every target but some that met a defect of smtpscope",
            "74:results can't be written any more; --resume goes on",
            "75:no name can be looked up any more; --resume goes on",
            "130:ended by Ctrl-C or SIGTERM; --resume goes on")
        .examples(
            "  smtpscope scan domains.txt -o results",
            "  smtpscope scan --resume domains.txt -o results",
            "  smtpscope scan --column domain --exclude opt-out.txt top.csv.gz -o results",
            "  zcat names.gz | smtpscope scan --in-flight 5000 --rate 1000 - -o results",
            "  smtpscope scan --ehlo scan.example.org --metrics 127.0.0.1:9925 list -o results")
        .spec();
  }

  @Override
  public Integer call() throws InterruptedException {
    if (files.values().isEmpty()) {
      throw new UsageException("no list of targets is named; give a file, or - for standard input");
    }
    BulkOptions options =
        new BulkOptions(
            flags.options(),
            flags.ruleset(Ruleset.standard(surroundings.anchors())),
            flags.limits(),
            ExclusionFiles.read(flags.exclusions()),
            flags.drain());
    Setup setup =
        Setup.of(Version.number(), options.scan(), options.rules(), flags.overrides(), resolvers());
    Optional<Listening> metrics =
        flags.metrics().map(words -> Listening.parse("--metrics", words, METRICS_PORT));
    try (Inputs inputs = new InputFiles(surroundings.console(), flags).open(files.values());
        ScanFolder folder = folder(setup)) {
      return run(options, setup, inputs, folder, metrics);
    } catch (IOException e) {
      throw new UsageException("the list of targets cannot be closed: " + e.getMessage());
    } catch (ScanFolderException e) {
      surroundings.console().complain(String.valueOf(e.getMessage()));
      return ExitCode.NOT_WRITTEN;
    }
  }

  private int run(
      BulkOptions options,
      Setup setup,
      Inputs inputs,
      ScanFolder folder,
      Optional<Listening> metrics)
      throws InterruptedException {
    BulkScan scan = new BulkScan(options, flags.names(), inputs, folder);
    Optional<MetricsServer> telling = Optional.empty();
    try {
      if (metrics.isPresent()) {
        telling = Optional.of(MetricsServer.start(metrics.get(), scan::standing));
      }
      Console console = surroundings.console();
      return new ScanRun(options, setup, inputs, folder, scan, progress(scan), console)
          .run(signals());
    } catch (IOException e) {
      surroundings
          .console()
          .complain("scan: cannot listen where --metrics says: " + e.getMessage());
      return ExitCode.UNAVAILABLE;
    } finally {
      telling.ifPresent(MetricsServer::close);
    }
  }

  private ScanProgress progress(BulkScan scan) {
    return flags.isQuiet()
        ? ScanProgress.none(surroundings.console(), scan::standing)
        : ScanProgress.start(surroundings.console(), scan::standing);
  }

  private Signals signals() {
    Signals signals = new Signals();
    signals.listen();
    surroundings.interruption().onRequest(signals::request);
    return signals;
  }

  private ScanFolder folder(Setup setup) {
    try {
      return flags.resumes()
          ? ScanFolder.resume(flags.output(), setup.fingerprint())
          : ScanFolder.begin(flags.output(), setup.fingerprint());
    } catch (ScanFolderException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<String> resolvers() {
    return flags.resolvers().stream().map(DnsServer::label).toList();
  }
}
