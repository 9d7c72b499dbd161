package dev.smtpscope.judge;

import java.util.Optional;

/** Whether a check's question arises on a subject, apart from how it is answered. */
public sealed interface Applicability {
  /** It arises and the facts to answer it are there. */
  record Applies() implements Applicability {}

  /** It does not arise. */
  record NotApplicable(String why) implements Applicability {}

  /** It arises, but the conversation did not get far enough. */
  record Unknown(String why) implements Applicability {}

  /** It applies. */
  static Applicability applies() {
    return new Applies();
  }

  /** It does not apply, because of {@code why}. */
  static Applicability not(String why) {
    return new NotApplicable(why);
  }

  /** Whether it applies can't be told, because of {@code why}. */
  static Applicability unknown(String why) {
    return new Unknown(why);
  }

  /** Applies when {@code obstacle} is empty; otherwise is unknown because of it. */
  static Applicability unless(Optional<String> obstacle) {
    return obstacle.<Applicability>map(Unknown::new).orElseGet(Applies::new);
  }
}
