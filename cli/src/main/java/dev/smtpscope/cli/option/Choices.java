package dev.smtpscope.cli.option;

import dev.smtpscope.target.Role;
import dev.smtpscope.target.TlsMode;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a value that is one of a few words. */
abstract class Choices<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> values;

  private Choices(E[] values) {
    this.values = List.of(values);
  }

  @Override
  public E convert(String value) {
    return values.stream()
        .filter(v -> word(v).equals(value.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + value + "' is none of " + String.join(", ", words())));
  }

  /** The words, for shell completion. */
  @Override
  public java.util.Iterator<String> iterator() {
    return words().iterator();
  }

  private List<String> words() {
    return values.stream().map(Choices::word).toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static final class OfTls extends Choices<TlsMode> {
    OfTls() {
      super(TlsMode.values());
    }
  }

  static final class OfRole extends Choices<Role> {
    OfRole() {
      super(Role.values());
    }
  }

  static final class OfFailOn extends Choices<FailOn> {
    OfFailOn() {
      super(FailOn.values());
    }
  }

  static final class OfColor extends Choices<ColorChoice> {
    OfColor() {
      super(ColorChoice.values());
    }
  }
}
