package dev.smtpscope.reference;

/**
 * A TLS alert (RFC 8446 section 6 and its predecessors).
 *
 * @param code 0 to 255
 * @param name as in the registry, such as {@code handshake_failure}
 */
public record Alert(int code, String name, Standing standing, Prose prose) implements Entry {
  @Override
  public String kind() {
    return "TLS alert";
  }

  @Override
  public String key() {
    return code + " " + name;
  }
}
