package dev.smtpscope.testkit;

import java.security.Security;

/** Lets the JDK's TLS speak what it refuses by default. */
public final class LegacyTls {
  private LegacyTls() {}

  /**
   * Allows TLS 1.0, TLS 1.1 and the old cipher suites in this JVM, for good. Takes effect only when
   * called before the JVM's first use of TLS: put it into a static initialiser of a test that runs
   * in a JVM of its own.
   */
  public static void allow() {
    Security.setProperty("jdk.tls.disabledAlgorithms", "SSLv3");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
  }
}
