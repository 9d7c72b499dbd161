package dev.smtpscope.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual in man(7) macros, made from what the commands say of themselves. */
final class ManPage {
  private final StringBuilder out = new StringBuilder();
  private final CommandLine root;

  private ManPage(CommandLine root) {
    this.root = root;
  }

  static String of(CommandLine root) {
    ManPage page = new ManPage(root);
    page.write();
    return page.out.toString();
  }

  private void write() {
    macro(".TH SMTPSCOPE 1 \"\" smtpscope \"User Commands\"");
    macro(".SH NAME");
    text("smtpscope - tests SMTP servers and explains what it finds");
    macro(".SH SYNOPSIS");
    visible().forEach(this::synopsis);
    visible().forEach(this::command);
    macro(".SH EXIT STATUS");
    exitCodes(root.getCommandSpec().usageMessage().exitCodeList());
    macro(".SH ENVIRONMENT");
    item("NO_COLOR", "No colours, unless --color says otherwise.");
    item("CLICOLOR_FORCE", "Colours even if the output is no terminal.");
    item("SMTPSCOPE_JAVA_HOME", "The JDK to run on.");
    item("SMTPSCOPE_TOKEN", "The token that serve asks callers for, unless a file holds it.");
    item("SMTPSCOPE_DEBUG", "With 1, a defect of smtpscope shows its stack trace.");
    macro(".SH EXAMPLES");
    visible().forEach(this::examples);
  }

  private List<CommandSpec> visible() {
    return root.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .toList();
  }

  private void synopsis(CommandSpec spec) {
    macro(".br");
    String[] custom = spec.usageMessage().customSynopsis();
    text(custom.length == 0 ? spec.qualifiedName() + " [COMMAND]" : custom[0]);
  }

  private void command(CommandSpec spec) {
    macro(".SH " + spec.name().toUpperCase(java.util.Locale.ROOT));
    for (String paragraph : spec.usageMessage().description()) {
      text(paragraph.replace("%n", " ").strip());
    }
    spec.positionalParameters().forEach(this::parameter);
    spec.options().stream()
        .sorted(Comparator.comparing(o -> o.longestName().replaceFirst("^-+", "")))
        .forEach(this::option);
  }

  private void parameter(PositionalParamSpec parameter) {
    item(parameter.paramLabel(), String.join(" ", parameter.description()));
  }

  private void option(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    item(String.join(", ", option.names()) + value, String.join(" ", option.description()));
  }

  private void exitCodes(Map<String, String> codes) {
    codes.forEach(this::item);
  }

  private void examples(CommandSpec spec) {
    for (String line : spec.usageMessage().footer()) {
      macro(".EX");
      text(line.strip());
      macro(".EE");
    }
  }

  private void item(String term, String text) {
    macro(".TP");
    text(".B " + escaped(term), text);
  }

  private void text(String macro, String text) {
    macro(macro);
    text(text);
  }

  private void text(String text) {
    String escaped = escaped(text);
    macro(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%");
  }

  private void macro(String line) {
    out.append(line).append('\n');
  }
}
