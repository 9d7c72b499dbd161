package dev.smtpscope.facts.audit;

/** A test that behaves as an attacker would, up to the point where harm begins. */
public enum ActiveTest {
  CLIENT_RENEGOTIATION("renegotiation by the client"),
  HEARTBLEED("Heartbleed"),
  CCS_INJECTION("CCS injection"),
  ROBOT("ROBOT"),
  TICKETBLEED("Ticketbleed"),
  COMMAND_INJECTION("commands injected before STARTTLS"),
  RESPONSE_BUFFERING("replies kept across STARTTLS"),
  LARGE_KEY_SHARE("ML-KEM key share on the way");

  private final String label;

  ActiveTest(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
