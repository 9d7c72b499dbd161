package dev.smtpscope.realservers;

/** The mail servers that can be started. */
@SuppressWarnings("ImmutableEnumChecker") // the servers have no state
enum Software {
  POSTFIX(new PostfixServer()),
  EXIM(new EximServer()),
  OPENSMTPD(new OpenSmtpdServer()),
  SENDMAIL(new SendmailServer()),
  HARAKA(new HarakaServer());

  private final MailServer server;

  Software(MailServer server) {
    this.server = server;
  }

  MailServer server() {
    return server;
  }
}
