package dev.smtpscope.cli.option;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a value that is one of a few words. */
final class Choices<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final Class<E> type;

  Choices(Class<E> type) {
    this.type = type;
  }

  @Override
  public E convert(String value) {
    String wanted = value.toLowerCase(Locale.ROOT);
    for (E choice : type.getEnumConstants()) {
      if (word(choice).equals(wanted)) {
        return choice;
      }
    }
    throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", words()));
  }

  /** The words, for shell completion. */
  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  private List<String> words() {
    return List.of(type.getEnumConstants()).stream().map(Choices::word).toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
