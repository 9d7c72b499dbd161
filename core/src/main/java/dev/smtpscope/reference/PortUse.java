package dev.smtpscope.reference;

/**
 * What a TCP port is used for in mail.
 *
 * @param port 1 to 65535
 */
public record PortUse(int port, TlsModel tls, Standing standing, Prose prose) implements Entry {

  /** When TLS begins on a port. */
  public enum TlsModel {
    /** The connection starts in plain text; STARTTLS may turn TLS on. */
    STARTTLS("TLS begins by STARTTLS after a start in plain text."),
    /** TLS begins with the first byte. */
    IMPLICIT("TLS begins with the first byte (implicit TLS)."),
    /** No TLS is expected. */
    NONE("No TLS is expected.");

    private final String sentence;

    TlsModel(String sentence) {
      this.sentence = sentence;
    }

    /** The model as a sentence. */
    public String sentence() {
      return sentence;
    }
  }

  @Override
  public String kind() {
    return "Port";
  }

  @Override
  public String key() {
    return "port " + port;
  }
}
