package dev.smtpscope.cli;

import java.util.Optional;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smtpscope completion}: prints what a shell needs to complete the command. */
@Command(
    name = "completion",
    synopsisHeading = "Usage: ",
    customSynopsis = "smtpscope completion bash|zsh",
    header = "Print the completion script for a shell.",
    description = "%nPrints a script that lets the shell complete commands and options.%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(smtpscope completion bash)",
      "  smtpscope completion zsh > ~/.smtpscope-completion; source ~/.smtpscope-completion"
    })
final class CompletionCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash or zsh.")
  Optional<String> shell = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  private final Supplier<CommandLine> all;

  CompletionCommand(Supplier<CommandLine> all) {
    this.all = all;
  }

  @Override
  public void run() {
    String named =
        shell.orElseThrow(() -> new UsageException("no shell is named; give bash or zsh"));
    // The script serves both: under zsh it turns bash's completion functions on.
    if (!named.equals("bash") && !named.equals("zsh")) {
      throw new UsageException("'" + named + "' is none of bash, zsh");
    }
    spec.commandLine().getOut().print(AutoComplete.bash("smtpscope", all.get()));
    spec.commandLine().getOut().flush();
  }
}
