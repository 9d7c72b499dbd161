package dev.smtpscope.cli;

import dev.smtpscope.cli.option.Arguments;
import dev.smtpscope.cli.option.CommandShape;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code smtpscope completion}: prints what a shell needs to complete the command. */
final class CompletionCommand implements Runnable {
  private final Arguments shell = Arguments.atMostOne("SHELL", "bash or zsh.");

  private final Console console;
  private final Supplier<CommandLine> all;

  CompletionCommand(Console console, Supplier<CommandLine> all) {
    this.console = console;
    this.all = all;
  }

  CommandSpec spec() {
    return new CommandShape("completion", this)
        .synopsis("smtpscope completion bash|zsh")
        .header("Print the completion script for a shell.")
        .description("Prints a script that lets the shell complete commands and options.")
        .takes(shell)
        .examples(
            "  source <(smtpscope completion bash)",
            "  smtpscope completion zsh > ~/.smtpscope-completion; source ~/.smtpscope-completion")
        .spec();
  }

  @Override
  public void run() {
    String named =
        shell.value().orElseThrow(() -> new UsageException("no shell is named; give bash or zsh"));
    // The script serves both: under zsh it turns bash's completion functions on.
    if (!named.equals("bash") && !named.equals("zsh")) {
      throw new UsageException("'" + named + "' is none of bash, zsh");
    }
    console.print(AutoComplete.bash("smtpscope", all.get()));
  }
}
