package dev.smtpscope.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name. Only the one that is asked for is made, so that a check starts fast. */
final class Commands {
  private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

  private Commands(Console console, Interruption interruption) {
    makers.put("check", () -> new CheckCommand(console, interruption));
    makers.put("help", CommandLine.HelpCommand::new);
  }

  /** The root with the command that {@code args} begin with, or with all. */
  static CommandLine lineFor(String[] args, Console console, Interruption interruption) {
    Commands commands = new Commands(console, interruption);
    String first = args.length == 0 ? "" : args[0];
    CommandLine root = new CommandLine(new RootCommand());
    if (commands.makers.containsKey(first) && !first.equals("help")) {
      commands.addTo(root, first);
    } else {
      commands.makers.keySet().forEach(name -> commands.addTo(root, name));
    }
    return configured(root);
  }

  /** The root with all commands, as help, completion and manual describe it. */
  static CommandLine all(Console console) {
    return lineFor(new String[0], console, new Interruption());
  }

  private void addTo(CommandLine root, String name) {
    root.addSubcommand(name, makers.get(name).get());
  }

  private static CommandLine configured(CommandLine root) {
    return root.setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setAllowOptionsAsOptionParameters(false)
        .setUsageHelpAutoWidth(false);
  }
}
