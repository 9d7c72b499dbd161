package dev.smtpscope.cli.option;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** How a comparison is shown. */
public final class CompareFlags implements Flags {
  /** In what form. */
  public enum Format {
    TEXT,
    JSON,
    CSV
  }

  private final Flag<Format> format =
      Flag.choice("--format", "FORMAT", Format.class, "text, json or csv (text).");

  private final Flag<String> output =
      Flag.text(
          "-o, --output", "FILE", "Write to FILE once all is done; - is standard output (-).");

  @Override
  public List<OptionSpec> specs() {
    return List.of(format.spec(), output.spec());
  }

  /** The form that was asked for. */
  public Format format() {
    return format.value().orElse(Format.TEXT);
  }

  /** The file's name, or {@code -}. */
  public String output() {
    return output.value().orElse("-");
  }
}
