package dev.smtpscope.cli.option;

import picocli.CommandLine.Model.OptionSpec;

/** An option without a value, and whether the user gave it. */
final class Switch {
  private final OptionSpec spec;

  private Switch(OptionSpec spec) {
    this.spec = spec;
  }

  static Switch of(String names, String about) {
    return new Switch(OptionSpec.builder(split(names)).description(about).build());
  }

  /** The names in a text such as {@code -o, --output}. */
  static String[] split(String names) {
    int comma = names.indexOf(", ");
    return comma < 0
        ? new String[] {names}
        : new String[] {names.substring(0, comma), names.substring(comma + 2)};
  }

  OptionSpec spec() {
    return spec;
  }

  boolean isOn() {
    return Boolean.TRUE.equals(spec.getValue());
  }
}
