package dev.smtpscope.cli;

import dev.smtpscope.cli.option.CommandShape;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What stands before the commands. */
final class RootCommand implements Runnable {
  CommandSpec spec() {
    CommandSpec spec =
        new CommandShape("smtpscope", this)
            .synopsis("smtpscope check [options] TARGET...", "       smtpscope COMMAND [options]")
            .description("Tests SMTP servers and explains what it finds.")
            .option(
                OptionSpec.builder("-V", "--version").versionHelp(true),
                "Show the version and exit.")
            .exitCodes(
                "0:tested, and nothing found at or above --fail-on",
                "1:something found at or above --fail-on",
                "2:wrong usage, or a file that can't be read or written",
                "3:a target could not be tested",
                "130:interrupted (Ctrl-C); what was known is shown")
            .examples(
                "  smtpscope check mail.example.org",
                "  smtpscope check --ports 25 --details 192.0.2.1",
                "  smtpscope explain 5.7.1",
                "  smtpscope demo")
            .spec();
    spec.usageMessage().optionListHeading("Options:%n");
    return spec.versionProvider(RootCommand::version);
  }

  @Override
  public void run() {
    throw new UsageException(
        "a command is missing; to check a server: smtpscope check mail.example.org");
  }

  /** The version that the package was built as. */
  private static String[] version() {
    return new String[] {"smtpscope " + Version.number() + ", Java " + Runtime.version().feature()};
  }
}
