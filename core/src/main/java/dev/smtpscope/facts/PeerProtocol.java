package dev.smtpscope.facts;

/** What a peer that does not speak SMTP speaks instead, told from its first bytes. */
public enum PeerProtocol {
  TLS("TLS"),
  SSH("SSH"),
  HTTP("HTTP"),
  IMAP("IMAP"),
  POP3("POP3"),
  FTP("FTP"),
  /** The peer spoke SMTP in plain text where TLS was expected. */
  SMTP("SMTP in plain text"),
  /** None of the others. */
  UNKNOWN("an unknown protocol");

  private final String label;

  PeerProtocol(String label) {
    this.label = label;
  }

  /** The name as it stands in a sentence. */
  public String label() {
    return label;
  }
}
