package dev.smtpscope.cli;

import dev.smtpscope.cli.check.CheckCommand;
import dev.smtpscope.cli.check.DaneCheckCommand;
import dev.smtpscope.cli.check.JudgeCommand;
import dev.smtpscope.cli.check.Surroundings;
import dev.smtpscope.cli.compare.CompareCommand;
import dev.smtpscope.cli.demo.DemoCommand;
import dev.smtpscope.cli.demo.TrainCommand;
import dev.smtpscope.cli.explain.ExplainCommand;
import dev.smtpscope.cli.scan.ScanCommand;
import dev.smtpscope.cli.serve.ServeCommand;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/** The commands by name. Only the one that is asked for is made, so that a check starts fast. */
public final class Commands {
  private Commands() {}

  private record Entry(String name, Supplier<?> maker) {
    void addTo(CommandLine root) {
      root.addSubcommand(name, maker.get());
    }
  }

  /** The root with the command that {@code args} begin with, or with all. */
  static CommandLine lineFor(String[] args, Surroundings surroundings) {
    List<Entry> entries = entries(surroundings);
    String first = args.length == 0 ? "" : args[0];
    boolean isOne = !first.equals("help") && entries.stream().anyMatch(e -> e.name.equals(first));
    CommandLine root = new CommandLine(new RootCommand().spec());
    entries.stream().filter(e -> !isOne || e.name.equals(first)).forEach(e -> e.addTo(root));
    return configured(root);
  }

  /** The root with all commands, as completion and manual describe it. */
  public static CommandLine all(Surroundings surroundings) {
    return lineFor(new String[0], surroundings);
  }

  private static List<Entry> entries(Surroundings surroundings) {
    return List.of(
        new Entry("check", () -> new CheckCommand(surroundings).spec()),
        new Entry("dane-check", () -> new DaneCheckCommand(surroundings).spec()),
        new Entry("scan", () -> new ScanCommand(surroundings).spec()),
        new Entry("judge", () -> new JudgeCommand(surroundings).spec()),
        new Entry("compare", () -> new CompareCommand(surroundings.console()).spec()),
        new Entry("explain", () -> new ExplainCommand(surroundings.console()).spec()),
        new Entry("serve", () -> new ServeCommand(surroundings).spec()),
        new Entry("demo", () -> new DemoCommand(surroundings).spec()),
        new Entry(
            "completion",
            () -> new CompletionCommand(surroundings.console(), () -> all(surroundings)).spec()),
        new Entry("train", () -> new TrainCommand(surroundings).spec()),
        new Entry("help", HelpCommand::new));
  }

  private static CommandLine configured(CommandLine root) {
    return root.setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true)
        .setAllowOptionsAsOptionParameters(false);
  }
}
