package dev.smtpscope.facts.audit;

/** What a server may do beside versions, suites and groups. */
public enum Feature {
  COMPRESSION("TLS compression"),
  SECURE_RENEGOTIATION("secure renegotiation"),
  EXTENDED_MASTER_SECRET("extended master secret"),
  ENCRYPT_THEN_MAC("encrypt-then-MAC"),
  SESSION_TICKETS("session tickets"),
  RESUMPTION_BY_ID("resumption by session ID"),
  RESUMPTION_BY_TICKET("resumption by ticket"),
  RESUMPTION_BY_PSK("resumption in TLS 1.3"),
  EARLY_DATA("early data (0-RTT)"),
  FALLBACK_SCSV("refusal of needless fallback (SCSV)"),
  OCSP_STAPLING("OCSP stapling"),
  SIGNED_CERTIFICATE_TIMESTAMPS("signed certificate timestamps"),
  CLIENT_CERTIFICATE_REQUEST("request for a client certificate"),
  HEARTBEAT("heartbeat extension"),
  LARGE_HELLO("tolerance of large hellos"),
  UNKNOWN_VERSION("tolerance of versions to come"),
  UNKNOWN_EXTENSION("tolerance of unknown extensions"),
  GREASED_VALUES("tolerance of unknown values");

  private final String label;

  Feature(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
