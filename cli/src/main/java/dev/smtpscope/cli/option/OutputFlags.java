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
import picocli.CommandLine.Option;

/** How results are shown. */
public final class OutputFlags {
  @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or json (text).")
  String format = "text";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to FILE once all is done; - is standard output (-).")
  String output = "-";

  @Option(names = "--details", description = "Show all that was observed.")
  boolean details;

  @Option(names = "--transcript", description = "Show the whole conversation.")
  boolean transcript;

  @Option(names = "--pem", description = "Show the certificates in PEM.")
  boolean pem;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show the verdict and the titles of findings alone; no progress.")
  boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      converter = Choices.OfColor.class,
      completionCandidates = Choices.OfColor.class,
      description = "auto, always or never (auto).")
  ColorChoice color = ColorChoice.AUTO;

  /** Opens the output; what can't be written is said before anything is tested. */
  public ReportOutput open(Console console) {
    if (quiet && (details || transcript)) {
      throw new UsageException(
          "--quiet and " + (details ? "--details" : "--transcript") + " exclude each other");
    }
    Renderer renderer = Formats.named(format);
    Charset charset = charset(console.terminal());
    boolean unicode = charset.newEncoder().canEncode('\u2713');
    Destination destination = Destination.open(output, console, charset);
    return new ReportOutput(renderer, renderOptions(console.terminal(), unicode), destination);
  }

  /** Whether the user wants to see how far a scan is, and can. */
  public boolean wantsProgress(Console console) {
    return !quiet && console.terminal().canRedraw();
  }

  private Charset charset(Terminal terminal) {
    return output.equals("-") && format.equals("text")
        ? terminal.charset()
        : StandardCharsets.UTF_8;
  }

  private RenderOptions renderOptions(Terminal terminal, boolean unicode) {
    int width =
        output.equals("-") && terminal.out() ? terminal.width() : RenderOptions.PLAIN.width();
    return new RenderOptions(details, transcript, quiet, pem, colored(terminal), unicode, width);
  }

  private boolean colored(Terminal terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> output.equals("-") && terminal.colorByDefault();
    };
  }
}
