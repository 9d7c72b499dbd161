package dev.smtpscope.cli.option;

import dev.smtpscope.cli.Console;
import dev.smtpscope.cli.Terminal;
import dev.smtpscope.cli.UsageException;
import dev.smtpscope.cli.output.Destination;
import dev.smtpscope.cli.output.Formats;
import dev.smtpscope.cli.output.ReportOutput;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/** How results are shown. */
public final class OutputFlags implements Flags {
  final Flag<String> format =
      Flag.text("--format", "FORMAT", "text, markdown, html or json (text).");

  final Flag<String> output =
      Flag.text(
          "-o, --output", "FILE", "Write to FILE once all is done; - is standard output (-).");

  final Switch details = Switch.of("--details", "Show all that was observed.");

  final Switch transcript = Switch.of("--transcript", "Show the whole conversation.");

  final Switch pem = Switch.of("--pem", "Show the certificates in PEM.");

  final Switch quiet =
      Switch.of("-q, --quiet", "Show the verdict and the titles of findings alone; no progress.");

  final Flag<ColorChoice> color =
      Flag.choice("--color", "WHEN", ColorChoice.class, "auto, always or never (auto).");

  @Override
  public List<OptionSpec> specs() {
    return List.of(
        format.spec(),
        output.spec(),
        details.spec(),
        transcript.spec(),
        pem.spec(),
        quiet.spec(),
        color.spec());
  }

  /** Opens the output; what can't be written is said before anything is tested. */
  public ReportOutput open(Console console) {
    if (quiet.isOn() && (details.isOn() || transcript.isOn())) {
      throw new UsageException(
          "--quiet and " + (details.isOn() ? "--details" : "--transcript") + " exclude each other");
    }
    Renderer renderer = Formats.named(format());
    Charset charset = charset(console.terminal());
    boolean unicode = charset.newEncoder().canEncode('\u2713');
    Destination destination = Destination.open(output(), console, charset);
    return new ReportOutput(renderer, renderOptions(console.terminal(), unicode), destination);
  }

  /** The first of those given that need a report to show; {@code --color} does not. */
  public Optional<String> wish() {
    return Stream.of(format.spec(), output.spec(), details.spec(), transcript.spec(), pem.spec())
        .filter(spec -> !spec.stringValues().isEmpty())
        .map(OptionSpec::longestName)
        .findFirst();
  }

  /** Whether the user wants to see how far a scan is, and can. */
  public boolean wantsProgress(Console console) {
    return !quiet.isOn() && console.terminal().canRedraw();
  }

  private String format() {
    return format.value().orElse("text");
  }

  private String output() {
    return output.value().orElse("-");
  }

  private Charset charset(Terminal terminal) {
    return output().equals("-") && format().equals("text")
        ? terminal.charset()
        : StandardCharsets.UTF_8;
  }

  private RenderOptions renderOptions(Terminal terminal, boolean unicode) {
    int width =
        output().equals("-") && terminal.out() ? terminal.width() : RenderOptions.PLAIN.width();
    return new RenderOptions(
        details.isOn(),
        transcript.isOn(),
        quiet.isOn(),
        pem.isOn(),
        colored(terminal),
        unicode,
        width);
  }

  private boolean colored(Terminal terminal) {
    return switch (color.value().orElse(ColorChoice.AUTO)) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> output().equals("-") && terminal.colorByDefault();
    };
  }
}
