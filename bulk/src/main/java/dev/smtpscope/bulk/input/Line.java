package dev.smtpscope.bulk.input;

import dev.smtpscope.text.Visible;
import dev.smtpscope.text.Words;

/** A line of text, or several that make one CSV record. */
sealed interface Line {
  long number();

  record Text(long number, String text) implements Line {
    Broken broken(String why) {
      return new Broken(number, Visible.ofText(text), why);
    }
  }

  /** No text to work with; what can be shown of it. */
  record Broken(long number, String visible, String why) implements Line {
    public Broken {
      visible = Words.shortened(visible, Entry.Rejected.LONGEST_TEXT);
    }

    Entry.Rejected rejected() {
      return new Entry.Rejected(number, visible, why);
    }
  }
}
