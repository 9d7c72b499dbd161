package dev.smtpscope.cli.explain;

import dev.smtpscope.cli.Page;
import dev.smtpscope.reference.Entry;

/** An entry of the reference as text. */
record EntryText(Entry entry) {
  void writeTo(Page page) {
    page.heading(entry.key() + " - " + entry.title() + " (" + entry.kind() + ")");
    entry.paragraphs().forEach(page::paragraph);
    if (!entry.whatToDo().isEmpty()) {
      page.heading("What to do");
      entry.whatToDo().forEach(advice -> page.item(advice.sentence()));
    }
    if (!entry.references().isEmpty()) {
      page.paragraph("Defined in " + String.join(", ", entry.references()) + ".");
    }
  }
}
