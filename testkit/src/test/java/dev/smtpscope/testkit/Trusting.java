package dev.smtpscope.testkit;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A client that takes any certificate. */
final class Trusting {
  private Trusting() {}

  static SSLContext everybody() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AcceptEverybody()}, null);
    return context;
  }
}
