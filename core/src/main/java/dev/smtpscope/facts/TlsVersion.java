package dev.smtpscope.facts;

/** The protocol versions, oldest first. */
public enum TlsVersion {
  SSL_2("SSLv2"),
  SSL_3("SSLv3"),
  TLS_1_0("TLSv1.0"),
  TLS_1_1("TLSv1.1"),
  TLS_1_2("TLSv1.2"),
  TLS_1_3("TLSv1.3");

  private final String label;

  TlsVersion(String label) {
    this.label = label;
  }

  /** The usual name, such as {@code TLSv1.3}. */
  public String label() {
    return label;
  }
}
