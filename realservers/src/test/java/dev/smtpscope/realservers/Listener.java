package dev.smtpscope.realservers;

import java.util.List;

/**
 * One port of a server and how it is configured.
 *
 * @param greeting the reply code of the greeting
 */
record Listener(int port, Tls tls, Auth auth, int greeting) {
  /** Ports 25, 587 and 465 as they should be. */
  static final List<Listener> WELL_KEPT =
      List.of(
          new Listener(25, Tls.STARTTLS, Auth.NEVER),
          new Listener(587, Tls.STARTTLS_REQUIRED, Auth.INSIDE_TLS),
          new Listener(465, Tls.IMPLICIT, Auth.INSIDE_TLS));

  /** How TLS is had. */
  enum Tls {
    NONE,
    STARTTLS,
    /** MAIL is refused before STARTTLS. */
    STARTTLS_REQUIRED,
    IMPLICIT
  }

  /** When the EHLO reply offers AUTH. */
  enum Auth {
    NEVER,
    INSIDE_TLS,
    ALWAYS
  }

  Listener(int port, Tls tls, Auth auth) {
    this(port, tls, auth, 220);
  }

  boolean offersStarttls() {
    return tls == Tls.STARTTLS || tls == Tls.STARTTLS_REQUIRED;
  }

  boolean offersAuthInPlainText() {
    return auth == Auth.ALWAYS && tls != Tls.IMPLICIT;
  }

  boolean offersAuthInsideTls() {
    return auth != Auth.NEVER && tls != Tls.NONE;
  }
}
