package dev.smtpscope.cli;

import dev.smtpscope.text.Nearest;
import dev.smtpscope.text.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells the user what is wrong with the command line: one line, and one that says where to look.
 */
public record Complaint(Console console) {
  private static final int LONGEST = 300;

  int about(ParameterException problem) {
    return problem instanceof UnmatchedArgumentException unmatched
        ? about(unmatched.getCommandLine(), unknown(unmatched))
        : about(problem.getCommandLine(), uncapitalised(String.valueOf(problem.getMessage())));
  }

  int about(CommandLine line, String message) {
    String visible = Visible.ofText(message);
    String name = line.getCommandSpec().qualifiedName();
    console
        .err()
        .println(
            name
                + ": "
                + (visible.length() > LONGEST ? visible.substring(0, LONGEST) + "..." : visible));
    console.err().println("Try '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  /** Says that smtpscope itself failed; the exit code. */
  public int aboutDefect(Throwable defect) {
    console.complain(
        "internal error, please report it with the command you ran: "
            + Visible.ofText(defect.toString()));
    if (console.terminal().environment().getOrDefault("SMTPSCOPE_DEBUG", "0").equals("1")) {
      defect.printStackTrace(console.err());
    }
    return ExitCode.INTERNAL;
  }

  private static String unknown(UnmatchedArgumentException problem) {
    String argument = problem.getUnmatched().getFirst();
    boolean isOption = argument.startsWith("-") && argument.length() > 1;
    if (isOption) {
      return "unknown option '" + argument + "'" + optionSuggestion(problem, argument);
    }
    if (!problem.getCommandLine().getSubcommands().isEmpty()) {
      return "unknown command '" + argument + "'" + commandSuggestion(problem, argument);
    }
    return "unexpected argument '" + argument + "'";
  }

  private static String commandSuggestion(UnmatchedArgumentException problem, String argument) {
    return argument.contains(".") || argument.contains(":")
        ? "; to check a server: smtpscope check " + argument
        : suggestion(
            argument,
            problem.getCommandLine().getSubcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey));
  }

  private static String optionSuggestion(UnmatchedArgumentException problem, String argument) {
    return suggestion(
        argument.split("=", 2)[0],
        problem.getCommandLine().getCommandSpec().options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Stream.of(option.names())));
  }

  private static String suggestion(String argument, Stream<String> names) {
    List<String> close = Nearest.to(argument, names);
    return close.isEmpty()
        ? ""
        : close.stream().limit(3).collect(Collectors.joining("' or '", "; did you mean '", "'?"));
  }

  private static String uncapitalised(String message) {
    String oneLine = message.lines().map(String::strip).collect(Collectors.joining(" "));
    return oneLine.isEmpty()
        ? "wrong usage"
        : Character.toLowerCase(oneLine.charAt(0)) + oneLine.substring(1);
  }
}
