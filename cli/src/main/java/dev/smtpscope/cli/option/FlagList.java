package dev.smtpscope.cli.option;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** An option with a value that may be given several times, and the values that were. */
final class FlagList<T> {
  private final Class<T> type;
  private final OptionSpec spec;

  private FlagList(Class<T> type, OptionSpec spec) {
    this.type = type;
    this.spec = spec;
  }

  static <T> FlagList<T> of(
      String name, String label, Class<T> type, ITypeConverter<T> reader, String about) {
    return new FlagList<>(
        type,
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class) // of what is typed, as of other options
            .arity("1")
            .converters(reader)
            .description(about)
            .build());
  }

  OptionSpec spec() {
    return spec;
  }

  List<T> values() {
    List<?> given = spec.getValue();
    return given == null ? List.of() : given.stream().map(type::cast).toList();
  }
}
