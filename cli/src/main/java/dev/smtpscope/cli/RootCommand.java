package dev.smtpscope.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** What stands before the commands. */
@Command(
    name = "smtpscope",
    synopsisHeading = "Usage: ",
    customSynopsis = {
      "smtpscope check [options] TARGET...",
      "       smtpscope COMMAND [options]",
    },
    description = "%nTests SMTP servers and explains what it finds.%n",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "Options:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:tested, and nothing found at or above --fail-on",
      "1:something found at or above --fail-on",
      "2:wrong usage, or a file that can't be read or written",
      "3:a target could not be tested",
      "130:interrupted (Ctrl-C); what was known is shown"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpscope check mail.example.org",
      "  smtpscope check --ports 25 --details 192.0.2.1",
      "  smtpscope explain 5.7.1",
      "  smtpscope demo"
    },
    versionProvider = RootCommand.Version.class)
final class RootCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean version;

  @Override
  public void run() {
    throw new UsageException(
        "a command is missing; to check a server: smtpscope check mail.example.org");
  }

  /** The version that the package was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion())
              .orElse("(unpackaged)");
      return new String[] {"smtpscope " + version + ", Java " + Runtime.version().feature()};
    }
  }
}
