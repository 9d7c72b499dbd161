package dev.smtpscope.realservers;

/** The one account that every server which offers AUTH knows. */
final class Account {
  static final String USER = "tester";
  static final String PASSWORD = "not-a-secret";

  private Account() {}
}
