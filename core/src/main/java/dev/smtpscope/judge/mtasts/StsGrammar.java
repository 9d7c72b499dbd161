package dev.smtpscope.judge.mtasts;

import java.util.regex.Pattern;

/** The parts of the record (RFC 8461 section 3.1). */
final class StsGrammar {
  static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

  static final Pattern EXTENSION =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\\x21-\\x3a\\x3c\\x3e-\\x7e]+");

  private static final Pattern NEARLY =
      Pattern.compile("[\\s\"']*v\\s*=\\s*sts.*", Pattern.CASE_INSENSITIVE);

  private StsGrammar() {}

  /** Whether {@code text} was meant for a record, though it is none. */
  static boolean isNearly(String text) {
    return NEARLY.matcher(text).matches();
  }
}
