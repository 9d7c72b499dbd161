package dev.smtpscope.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What a command takes and says of itself. It is told in code and not by annotations: to read those
 * takes more than a quarter of the time of a short check.
 */
public final class CommandShape {
  private record Section(String heading, List<OptionSpec> options) {}

  private final CommandSpec spec;
  private final List<OptionSpec> plain = new ArrayList<>();
  private final List<Section> sections = new ArrayList<>();

  /** One that {@code command} runs, a {@link Runnable} or {@link java.util.concurrent.Callable}. */
  public CommandShape(String name, Object command) {
    spec = CommandSpec.wrapWithoutInspection(command).name(name);
    usage().synopsisHeading("Usage: ").commandListHeading("%nCommands:%n");
    option(OptionSpec.builder("-h", "--help").usageHelp(true), "Show this help and exit.");
  }

  /** How the command is called, in lines. */
  public CommandShape synopsis(String... lines) {
    usage().customSynopsis(lines);
    return this;
  }

  /** What it does, in one line. */
  public CommandShape header(String line) {
    usage().header(line);
    return this;
  }

  /** What it does, in a paragraph. */
  public CommandShape description(String text) {
    usage().description("%n" + text + "%n");
    return this;
  }

  /** How it ends, each as {@code code:meaning}. */
  public CommandShape exitCodes(String... codes) {
    usage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(UsageMessageSpec.keyValuesMap(codes));
    return this;
  }

  /** Command lines to try. */
  public CommandShape examples(String... lines) {
    usage().footerHeading("%nExamples:%n").footer(lines);
    return this;
  }

  /** Has the help show options as they come, and not by their names. */
  public CommandShape unsorted() {
    usage().sortOptions(false);
    return this;
  }

  /** Takes arguments. */
  public CommandShape takes(Arguments arguments) {
    spec.addPositional(arguments.spec());
    return this;
  }

  /** Takes an option that has no section of its own. */
  public CommandShape option(OptionSpec.Builder option, String about) {
    OptionSpec built = option.description(about).build();
    spec.addOption(built);
    plain.add(built);
    return this;
  }

  /** Takes options that the help shows apart. */
  public CommandShape section(String heading, Flags flags) {
    Section section = new Section("%n" + heading + ":%n", flags.specs());
    for (OptionSpec option : section.options) {
      spec.addOption(option);
    }
    sections.add(section);
    return this;
  }

  /** The command as picocli knows it. */
  public CommandSpec spec() {
    if (!sections.isEmpty()) {
      Map<String, IHelpSectionRenderer> parts = usage().sectionMap();
      parts.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, this::options);
      usage().sectionMap(parts);
    }
    return spec;
  }

  private UsageMessageSpec usage() {
    return spec.usageMessage();
  }

  private String options(Help help) {
    StringBuilder text = new StringBuilder(help.optionListExcludingGroups(plain));
    for (Section section : sections) {
      text.append(help.createHeading(section.heading))
          .append(help.optionListExcludingGroups(section.options));
    }
    return text.toString();
  }
}
