package dev.smtpscope.web;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the libraries say only what is worth an administrator's while. */
final class Logs {
  /** Held, since loggers that nobody holds lose their levels. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private static final Logger REQUESTS = Logger.getLogger("org.eclipse.jetty.http");
  private static final Logger JAVALIN = Logger.getLogger("io.javalin");

  private Logs() {}

  /** While starting: what goes wrong is thrown, too. */
  static void silence() {
    JETTY.setLevel(Level.WARNING);
    REQUESTS.setLevel(Level.OFF); // would write down what strangers send
    JAVALIN.setLevel(Level.OFF);
  }

  /** While running. */
  static void calm() {
    JAVALIN.setLevel(Level.WARNING);
  }
}
