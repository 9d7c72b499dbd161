package dev.smtpscope.cli.scan;

import dev.smtpscope.bulk.input.InputException;
import dev.smtpscope.bulk.input.TargetInput;
import dev.smtpscope.bulk.run.Inputs;
import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.option.BulkFlags;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.text.Visible;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Opens the lists of targets, all before anything is tested. */
record InputFiles(Console console, BulkFlags flags) {
  private static final String STANDARD_INPUT = "-";

  Inputs open(List<String> names) {
    if (names.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw new UsageException("standard input (-) can be read once only");
    }
    return new Inputs(names.stream().map(this::open).toList());
  }

  private Inputs.Named open(String name) {
    TargetParser parser = new TargetParser(flags.overrides());
    try {
      return name.equals(STANDARD_INPUT)
          ? new Inputs.Named(
              "standard input",
              TargetInput.ofStream("standard input", console.in(), parser, flags.column()))
          : new Inputs.Named(
              Visible.ofText(name), TargetInput.ofFile(Path.of(name), parser, flags.column()));
    } catch (InputException | InvalidPathException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
