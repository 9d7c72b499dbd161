package dev.smtpscope.reference;

/**
 * A SASL mechanism as offered by AUTH (RFC 4954).
 *
 * @param key its name in upper case
 * @param exposure what a reader of the connection learns without TLS
 */
public record Mechanism(String key, Exposure exposure, Standing standing, Prose prose)
    implements Entry {

  /** What somebody learns who reads the exchange on a connection without TLS. */
  public enum Exposure {
    /** The password itself. */
    PASSWORD("Without TLS it reveals the password to whoever reads the connection."),
    /** A token that can be used until it expires. */
    TOKEN("Without TLS it reveals a token that others can use until it expires."),
    /** Enough to try out passwords without asking the server. */
    GUESSABLE("Without TLS an observer can try to guess the password from the exchange."),
    /** Nothing that helps to log in. */
    NONE("It reveals nothing by which an observer could log in."),
    /** The mechanism is not known. */
    UNKNOWN("What it reveals without TLS is not known.");

    private final String sentence;

    Exposure(String sentence) {
      this.sentence = sentence;
    }

    /** The exposure as a sentence. */
    public String sentence() {
      return sentence;
    }
  }

  @Override
  public String kind() {
    return "AUTH mechanism";
  }

  /** Whether the password passes in readable form, as with PLAIN and LOGIN. */
  public boolean isPlainText() {
    return exposure == Exposure.PASSWORD;
  }

  /** Whether a reader of the connection could log in with what he reads: a password or a token. */
  public boolean revealsSecret() {
    return exposure == Exposure.PASSWORD || exposure == Exposure.TOKEN;
  }
}
