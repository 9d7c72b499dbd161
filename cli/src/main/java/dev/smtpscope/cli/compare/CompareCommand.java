package dev.smtpscope.cli.compare;

import dev.smtpscope.bulk.compare.ChangeSink;
import dev.smtpscope.bulk.compare.Comparison;
import dev.smtpscope.bulk.compare.CsvChanges;
import dev.smtpscope.bulk.compare.InvalidResultsException;
import dev.smtpscope.bulk.compare.JsonChanges;
import dev.smtpscope.bulk.compare.Results;
import dev.smtpscope.bulk.compare.TextChanges;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.ExitCode;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import dev.smtpscope.cli.option.CompareFlags;
import dev.smtpscope.cli.output.Destination;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope compare}: what changed between two scans. */
public final class CompareCommand implements Callable<Integer> {
  private final Console console;

  private final Arguments folders =
      Arguments.many("FOLDER", "The folder of the earlier scan, then that of the later.");

  private final CompareFlags flags = new CompareFlags();

  public CompareCommand(Console console) {
    this.console = console;
  }

  /** How the command line names this command and what it takes. */
  public CommandSpec spec() {
    return new CommandShape("compare", this)
        .synopsis("smtpscope compare [options] FOLDER FOLDER")
        .header("Tell what changed between two scans.")
        .description(
            "Compares the results of two finished scans, target by target and in sums. No network"
                + " is needed.")
        .takes(folders)
        .section("How to show it", flags)
        .exitCodes(
            "0:compared, whether anything changed or not",
            "2:wrong usage, or a folder without the results of a finished scan")
        .examples(
            "  smtpscope compare march/ april/",
            "  smtpscope compare --format csv -o changes.csv march/ april/")
        .spec();
  }

  @Override
  public Integer call() {
    List<String> names = folders.values();
    if (names.size() != 2) {
      throw new UsageException(
          "two folders are compared: that of the earlier scan, then the later");
    }
    try {
      compare(Results.open(path(names.getFirst())), Results.open(path(names.getLast())));
      return ExitCode.FINE;
    } catch (InvalidResultsException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException("the comparison failed: " + e.getMessage());
    }
  }

  private void compare(Results before, Results after) throws IOException, InvalidResultsException {
    Destination destination = Destination.open(flags.output(), console, StandardCharsets.UTF_8);
    Comparison.run(before, after, sink(before, after, destination.writer()));
    destination.finish();
  }

  private ChangeSink sink(Results before, Results after, Writer out) throws IOException {
    return switch (flags.format()) {
      case TEXT -> new TextChanges(before, after, out);
      case JSON -> new JsonChanges(before, after, out);
      case CSV -> new CsvChanges(out);
    };
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + name + "' is no name of a folder");
    }
  }
}
