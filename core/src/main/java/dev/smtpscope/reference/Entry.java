package dev.smtpscope.reference;

import java.util.List;

/** One explained term. Immutable; all texts are plain text without line breaks. */
public sealed interface Entry
    permits ReplyCode, StatusCode, Keyword, Mechanism, Alert, PortUse, RejectionCause {

  /** What sort of term it is, such as {@code SMTP reply code}. */
  String kind();

  /** The term itself, such as {@code 550} or {@code STARTTLS}. */
  String key();

  /** The texts about it. */
  Prose prose();

  /** A few words that name the meaning. */
  default String title() {
    return prose().title();
  }

  /** What it means, at least one paragraph. */
  default List<String> paragraphs() {
    return prose().paragraphs();
  }

  /** What to do about it; empty where nothing needs doing. */
  default List<Advice> whatToDo() {
    return prose().whatToDo();
  }

  /**
   * Where it is defined, such as {@code RFC 5321 section 4.2.3}; empty for what no document
   * defines.
   */
  default List<String> references() {
    return prose().references();
  }
}
