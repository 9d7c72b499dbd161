package dev.smtpscope.cli.option;

/** When to use colours. */
enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER
}
