package dev.smtpscope.realservers;

import static dev.smtpscope.realservers.Listener.Auth.ALWAYS;
import static dev.smtpscope.realservers.Listener.Auth.INSIDE_TLS;
import static dev.smtpscope.realservers.Listener.Auth.NEVER;
import static dev.smtpscope.realservers.Listener.Tls.NONE;
import static dev.smtpscope.realservers.Listener.Tls.STARTTLS;
import static dev.smtpscope.realservers.Listener.Tls.STARTTLS_REQUIRED;
import static dev.smtpscope.realservers.Listener.WELL_KEPT;
import static dev.smtpscope.realservers.Software.EXIM;
import static dev.smtpscope.realservers.Software.HARAKA;
import static dev.smtpscope.realservers.Software.OPENSMTPD;
import static dev.smtpscope.realservers.Software.POSTFIX;
import static dev.smtpscope.realservers.Software.SENDMAIL;

import java.util.List;

/** A real server in one state: what is configured is also what a tester must find. */
@SuppressWarnings("ImmutableEnumChecker") // records of lists by List.of
enum Scenario {
  /** Ports 25, 587 and 465 as they should be. */
  POSTFIX_GOOD(POSTFIX, Certificate.GOOD, WELL_KEPT),
  POSTFIX_ECDSA(POSTFIX, Certificate.GOOD_ECDSA, WELL_KEPT),
  POSTFIX_NO_TLS(POSTFIX, Certificate.GOOD, List.of(new Listener(25, NONE, NEVER))),
  POSTFIX_EXPIRED(POSTFIX, Certificate.EXPIRED, WELL_KEPT),
  POSTFIX_NOT_YET_VALID(POSTFIX, Certificate.NOT_YET_VALID, WELL_KEPT),
  POSTFIX_EXPIRING(POSTFIX, Certificate.EXPIRING, WELL_KEPT),
  POSTFIX_LONG_LIVED(POSTFIX, Certificate.LONG_LIVED, WELL_KEPT),
  POSTFIX_SELF_SIGNED(POSTFIX, Certificate.SELF_SIGNED, WELL_KEPT),
  POSTFIX_WRONG_NAME(POSTFIX, Certificate.WRONG_NAME, WELL_KEPT),
  POSTFIX_CN_ONLY(POSTFIX, Certificate.CN_ONLY, WELL_KEPT),
  POSTFIX_MISSING_INTERMEDIATE(POSTFIX, Certificate.MISSING_INTERMEDIATE, WELL_KEPT),
  POSTFIX_MISORDERED(POSTFIX, Certificate.MISORDERED, WELL_KEPT),
  POSTFIX_SURPLUS(POSTFIX, Certificate.SURPLUS, WELL_KEPT),
  POSTFIX_WEAK_KEY(POSTFIX, Certificate.WEAK_KEY, WELL_KEPT),
  POSTFIX_SHA1(POSTFIX, Certificate.SHA1, WELL_KEPT),
  POSTFIX_TLS_REQUIRED(
      POSTFIX,
      Certificate.GOOD,
      List.of(
          new Listener(25, STARTTLS_REQUIRED, NEVER),
          new Listener(587, STARTTLS_REQUIRED, INSIDE_TLS))),
  POSTFIX_PLAIN_TEXT_AUTH(
      POSTFIX,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, ALWAYS), new Listener(587, STARTTLS, ALWAYS))),
  POSTFIX_AUTH_WITHOUT_TLS(POSTFIX, Certificate.GOOD, List.of(new Listener(587, NONE, ALWAYS))),
  POSTFIX_TLS_1_0(
      POSTFIX,
      Certificate.GOOD,
      WELL_KEPT,
      "smtpd_tls_protocols = TLSv1",
      "smtpd_tls_mandatory_protocols = TLSv1",
      "tls_medium_cipherlist = ALL:@SECLEVEL=0"),
  /** Every client is turned away in the greeting. */
  POSTFIX_TURNS_AWAY(
      POSTFIX,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER, 554)),
      "smtpd_delay_reject = no",
      "smtpd_client_restrictions = reject"),
  /** The first connection is served; a second one within a minute is greeted with 421. */
  POSTFIX_RATE_LIMITED(
      POSTFIX,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER)),
      "smtpd_client_connection_rate_limit = 1"),
  POSTFIX_TELLS_VERSION(
      POSTFIX,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER)),
      "smtpd_banner = $myhostname ESMTP $mail_name ($mail_version)"),
  EXIM_GOOD(EXIM, Certificate.GOOD, WELL_KEPT),
  EXIM_EXPIRED(EXIM, Certificate.EXPIRED, WELL_KEPT),
  EXIM_SELF_SIGNED(EXIM, Certificate.SELF_SIGNED, WELL_KEPT),
  EXIM_MISSING_INTERMEDIATE(EXIM, Certificate.MISSING_INTERMEDIATE, WELL_KEPT),
  EXIM_ECDSA(EXIM, Certificate.GOOD_ECDSA, WELL_KEPT),
  /** STARTTLS is offered and then answered 454. */
  EXIM_TLS_UNAVAILABLE(
      EXIM,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER)),
      "tls_require_ciphers = ${if def:sender_host_address{NONSENSE}{NORMAL}}"),
  /** Every client is turned away in the greeting. */
  EXIM_TURNS_AWAY(
      EXIM,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER, 550)),
      "acl_smtp_connect = deny"),
  EXIM_NO_TLS(EXIM, Certificate.GOOD, List.of(new Listener(25, NONE, NEVER))),
  EXIM_PLAIN_TEXT_AUTH(EXIM, Certificate.GOOD, List.of(new Listener(587, STARTTLS, ALWAYS))),
  OPENSMTPD_NO_TLS(OPENSMTPD, Certificate.GOOD, List.of(new Listener(25, NONE, NEVER))),
  /**
   * Debian 12's package cannot finish a handshake, because its way to keep keys apart does not work
   * with OpenSSL 3: whether it does is for OpenSSL's client to say.
   */
  OPENSMTPD_TLS(OPENSMTPD, Certificate.GOOD, WELL_KEPT),
  SENDMAIL_GOOD(SENDMAIL, Certificate.GOOD, List.of(new Listener(25, STARTTLS, NEVER))),
  SENDMAIL_NO_TLS(SENDMAIL, Certificate.GOOD, List.of(new Listener(25, NONE, NEVER))),
  SENDMAIL_EXPIRED(SENDMAIL, Certificate.EXPIRED, List.of(new Listener(25, STARTTLS, NEVER))),
  HARAKA_GOOD(HARAKA, Certificate.GOOD, List.of(new Listener(25, STARTTLS, NEVER))),
  /** Of TLS, little is left. */
  HARAKA_RESTRICTED(
      HARAKA,
      Certificate.GOOD,
      List.of(new Listener(25, STARTTLS, NEVER)),
      "minVersion=TLSv1.2",
      "ciphers=TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256"
          + ":DHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384",
      "honorCipherOrder=true",
      "ecdhCurve=P-384:X25519",
      "dhparam=dhparams.pem",
      "requestCert=false"),
  HARAKA_CLIENT_CHOOSES(
      HARAKA,
      Certificate.GOOD_ECDSA,
      List.of(new Listener(25, STARTTLS, NEVER)),
      "minVersion=TLSv1.2",
      "ciphers=ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384",
      "honorCipherOrder=false",
      "ecdhCurve=P-521",
      "requestCert=true");

  private final Software software;
  private final Certificate certificate;
  private final List<Listener> listeners;
  private final List<String> settings;

  Scenario(
      Software software, Certificate certificate, List<Listener> listeners, String... settings) {
    this.software = software;
    this.certificate = certificate;
    this.listeners = listeners;
    this.settings = List.of(settings);
  }

  Software software() {
    return software;
  }

  Certificate certificate() {
    return certificate;
  }

  List<Listener> listeners() {
    return listeners;
  }

  /** Whether a handshake comes to its end; of {@link #OPENSMTPD_TLS} that is not known. */
  boolean completesHandshakes() {
    return this != EXIM_TLS_UNAVAILABLE && this != OPENSMTPD_TLS;
  }

  /** Lines added to the server's main configuration. */
  List<String> settings() {
    return settings;
  }
}
