package dev.smtpscope.bulk.input;

import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.TargetParser;

/** A line's words as a target. */
record EntryParser(TargetParser parser) {
  Entry entry(Line.Text line, String words, String hint) {
    try {
      return new Entry.Wanted(line.number(), parser.parse(words));
    } catch (InvalidTargetException e) {
      return line.broken(e.getMessage() + hint).rejected();
    }
  }
}
