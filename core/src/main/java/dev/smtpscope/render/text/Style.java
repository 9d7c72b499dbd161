package dev.smtpscope.render.text;

import dev.smtpscope.render.outline.Mark;

/** A terminal style (ECMA-48 SGR), always beside words that say the same. */
enum Style {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  GREEN("32"),
  CYAN("36"),
  YELLOW("33"),
  RED("31"),
  BOLD_RED("1;31"),
  BOLD_YELLOW("1;33"),
  BOLD_GREEN("1;32");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  String paint(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Style of(Mark mark) {
    return switch (mark) {
      case GOOD -> GREEN;
      case INFO, NOTICE -> CYAN;
      case WARNING -> YELLOW;
      case ERROR -> RED;
      case OPEN -> DIM;
      case NONE -> PLAIN;
    };
  }

  static Style strong(Mark mark) {
    return switch (mark) {
      case GOOD -> BOLD_GREEN;
      case WARNING -> BOLD_YELLOW;
      case ERROR -> BOLD_RED;
      case INFO, NOTICE, OPEN, NONE -> BOLD;
    };
  }
}
