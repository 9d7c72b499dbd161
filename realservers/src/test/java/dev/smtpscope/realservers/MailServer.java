package dev.smtpscope.realservers;

/** A mail server program that can be started from its Debian package. */
interface MailServer {

  /**
   * Starts it; it listens soon after.
   *
   * @throws Unavailable when its package cannot be had
   */
  Daemon start(Setup setup);
}
