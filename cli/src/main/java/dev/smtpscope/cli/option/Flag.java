package dev.smtpscope.cli.option;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** An option with a value, and the value that the user gave it. Of several the last one counts. */
final class Flag<T> {
  private final Class<T> type;
  private final OptionSpec spec;

  private Flag(Class<T> type, OptionSpec spec) {
    this.type = type;
    this.spec = spec;
  }

  static <T> Flag<T> of(
      String names, String label, Class<T> type, ITypeConverter<T> reader, String about) {
    return new Flag<>(type, described(names, label, reader, about).build());
  }

  static Flag<String> text(String names, String label, String about) {
    return of(names, label, String.class, value -> value, about);
  }

  static Flag<Integer> number(String names, String label, String about) {
    return of(names, label, Integer.class, Words::number, about);
  }

  static Flag<Duration> duration(String names, String about) {
    return of(names, "D", Duration.class, new Durations(), about);
  }

  static <E extends Enum<E>> Flag<E> choice(
      String names, String label, Class<E> type, String about) {
    Choices<E> choices = new Choices<>(type);
    return new Flag<>(
        type, described(names, label, choices, about).completionCandidates(choices).build());
  }

  private static OptionSpec.Builder described(
      String names, String label, ITypeConverter<?> reader, String about) {
    return OptionSpec.builder(Switch.split(names))
        .paramLabel(label)
        .type(String.class) // of what is typed; it decides how a shell completes the value
        .converters(reader)
        .description(about);
  }

  OptionSpec spec() {
    return spec;
  }

  Optional<T> value() {
    return Optional.ofNullable(type.cast(spec.getValue()));
  }
}
