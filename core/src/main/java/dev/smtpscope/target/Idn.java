package dev.smtpscope.target;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/**
 * Internationalised names by UTS 46, non-transitional: the JDK's own IDN class would turn {@code
 * faß.de} into another domain.
 */
final class Idn {
  private static final int OPTIONS =
      IDNA.NONTRANSITIONAL_TO_ASCII
          | IDNA.NONTRANSITIONAL_TO_UNICODE
          | IDNA.CHECK_BIDI
          | IDNA.CHECK_CONTEXTJ;

  private Idn() {}

  static Optional<String> toAscii(String name) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder out = new StringBuilder();
    IDNA.getUTS46Instance(OPTIONS).nameToASCII(name, out, info);
    return info.hasErrors() ? Optional.empty() : Optional.of(out.toString());
  }

  static String toUnicode(String ascii) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder out = new StringBuilder();
    IDNA.getUTS46Instance(OPTIONS).nameToUnicode(ascii, out, info);
    return info.hasErrors() ? ascii : out.toString();
  }
}
