package dev.smtpscope.judge.software;

/** Where in a conversation a clue to the server software stands. */
public enum Place {
  GREETING("the greeting"),
  /** The first line of the reply to EHLO or HELO. */
  HELLO("the reply to EHLO"),
  STARTTLS("the reply to STARTTLS"),
  QUIT("the reply to QUIT"),
  /** Any reply of the 4xx or 5xx class. */
  REFUSAL("a refusal");

  private final String label;

  Place(String label) {
    this.label = label;
  }

  /** The name as it stands in a sentence. */
  public String label() {
    return label;
  }
}
