package dev.smtpscope.cli.option;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What stands on the command line beside the options. */
public final class Arguments {
  private final PositionalParamSpec spec;

  private Arguments(PositionalParamSpec spec) {
    this.spec = spec;
  }

  /** Any number of them. */
  public static Arguments many(String label, String about) {
    return new Arguments(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(about)
            .build());
  }

  /** One or none. */
  public static Arguments atMostOne(String label, String about) {
    return new Arguments(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel(label)
            .description(about)
            .build());
  }

  PositionalParamSpec spec() {
    return spec;
  }

  /** All that were given. */
  public List<String> values() {
    List<String> given = spec.getValue();
    return given == null ? List.of() : given;
  }

  /** The one that was given. */
  public Optional<String> value() {
    return Optional.ofNullable(spec.getValue());
  }
}
