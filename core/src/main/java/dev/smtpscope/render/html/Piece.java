package dev.smtpscope.render.html;

import dev.smtpscope.judge.Reference;
import java.util.Optional;

/** Text that may be a link. */
record Piece(String text, Optional<String> url) {
  static Piece plain(String text) {
    return new Piece(text, Optional.empty());
  }

  static Piece of(String text, Term term, Links links) {
    return new Piece(text, term.isKnown() ? links.to(term) : Optional.empty());
  }

  static Piece of(Reference reference) {
    return new Piece(reference.title(), reference.url().filter(url -> url.startsWith("https://")));
  }
}
