package dev.smtpscope.web.page;

import dev.smtpscope.render.outline.Mark;
import java.util.Optional;

/** A page that says one thing, and where to go from there. */
record Message(Mark mark, String title, String text, Optional<Way> way) {
  /** A link onwards. */
  record Way(String words, String url) {}

  static Message of(Mark mark, String title, String text, String words, String url) {
    return new Message(mark, title, text, Optional.of(new Way(words, url)));
  }
}
