package dev.smtpscope.render.html;

import java.util.Optional;

/**
 * Where the terms of a report are explained. An empty answer leaves the term as plain text. Safe
 * for all threads.
 */
public interface Links {
  /** No page explains anything: for a file that is read far from any server. */
  Links NONE = term -> Optional.empty();

  /** Pages below {@code base}, such as {@code /reference} or {@code /smtp/reference}. */
  static Links below(String base) {
    return term -> Optional.of(base + "/" + term.folder() + "/" + term.segment());
  }

  /** The address of the page that explains {@code term}. */
  Optional<String> to(Term term);
}
