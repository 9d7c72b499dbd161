package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Severity;

/** What is said of each kind of anomaly. */
record AnomalyText(Severity severity, String title, String why, Reference rule) {
  private static final String LENIENT = "Most clients overlook it; strict ones break off.";
  private static final String DESYNC =
      "Client and server may lose step: a reply is then taken for the answer to another command.";

  static AnomalyText of(Anomaly.Kind kind) {
    return switch (kind) {
      case BARE_LF -> notice("lines end in LF alone", LENIENT, "2.3.8");
      case BARE_CR -> notice("a CR without LF stands within a line", LENIENT, "2.3.8");
      case DIFFERING_CODES ->
          warning("the lines of one reply have different codes", DESYNC, "4.2.1");
      case OVERLONG_LINE -> notice("a reply line is longer than 512 octets", LENIENT, "4.5.3.1.5");
      case CODE_OUT_OF_RANGE ->
          warning("a reply code does not begin with 2, 3, 4 or 5", UNUSABLE, "4.2.1");
      case BAD_SEPARATOR ->
          warning("a reply code is followed by neither blank nor hyphen", UNUSABLE, "4.2.1");
      case CONTROL_BYTE -> notice("a reply has control bytes in it", LENIENT, "4.2");
      case STRAY_LINE ->
          warning("a line within a reply does not begin with a code", UNUSABLE, "4.2.1");
      case UNASKED_REPLY -> warning("the server sent a reply before it was asked", DESYNC, "2.1");
      case BYTES_AFTER_STARTTLS ->
          warning("plain-text bytes came after the 220 to STARTTLS", DESYNC, "4.2");
    };
  }

  private static final String UNUSABLE =
      "A client can't tell from it whether the command succeeded.";

  private static AnomalyText notice(String title, String why, String section) {
    return new AnomalyText(Severity.NOTICE, title, why, Reference.rfc(5321, section));
  }

  private static AnomalyText warning(String title, String why, String section) {
    return new AnomalyText(Severity.WARNING, title, why, Reference.rfc(5321, section));
  }
}
