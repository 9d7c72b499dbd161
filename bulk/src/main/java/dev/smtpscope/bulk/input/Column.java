package dev.smtpscope.bulk.input;

import java.util.List;
import java.util.Locale;

/** The column of a CSV file that holds the targets. */
public sealed interface Column {
  /** The column under a name in the first record, in either case of letters. */
  record Named(String name) implements Column {}

  /**
   * A column by its place; then the first record is data like all others.
   *
   * @param number from 1
   */
  record Numbered(int number) implements Column {
    public Numbered {
      if (number < 1) {
        throw new IllegalArgumentException("columns are counted from 1, not " + number);
      }
    }
  }

  /**
   * A column as a user names it: a number is a place, all else a name.
   *
   * @throws IllegalArgumentException if it is empty or a number out of range; the message is for
   *     users
   */
  static Column of(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("the column is empty; give its name or number");
    }
    if (!words.strip().matches("[0-9]+")) {
      return new Named(words.strip());
    }
    if (words.strip().length() > 6) {
      throw new IllegalArgumentException("there is no column " + words.strip());
    }
    return new Numbered(Integer.parseInt(words.strip()));
  }

  /** Where {@code header} has this name, from 0; -1 if nowhere. */
  static int find(Named column, List<String> header) {
    List<String> names = header.stream().map(n -> n.strip().toLowerCase(Locale.ROOT)).toList();
    return names.indexOf(column.name().toLowerCase(Locale.ROOT));
  }
}
