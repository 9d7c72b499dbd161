package dev.smtpscope.judge.sender;

/** The kinds of senders that mail comes from, by what they ask of TLS. */
public enum Sender {
  OPPORTUNISTIC(
      "opportunistic TLS",
      "Encrypts where it can and checks no certificate: Postfix with the level may, Exim and most"
          + " others as they come."),
  MTA_STS(
      "MTA-STS",
      "Follows a published MTA-STS policy, and is opportunistic without one: the large mailbox"
          + " providers."),
  DANE(
      "DANE",
      "Follows signed TLSA records, and is opportunistic without them: Postfix with the level dane,"
          + " Exim with hosts_try_dane."),
  DANE_AND_MTA_STS(
      "DANE and MTA-STS", "Follows whichever of the two is published, and both where both are."),
  VERIFIED_TLS(
      "mandatory verified TLS",
      "Delivers only to a certificate of a trusted authority for the MX host's name: partners who"
          + " agreed on it, Postfix with the level verify."),
  REQUIRETLS(
      "REQUIRETLS",
      "Sends a message that its author marked to be sent with verified TLS on every leg (RFC 8689)."),
  TLS_1_2_ONLY(
      "TLS 1.2 only",
      "Opportunistic, with an older library or settings that know TLS 1.2 and nothing else."),
  POST_QUANTUM(
      "post-quantum preferred",
      "Opportunistic, and agrees on a key exchange that withstands quantum computers where the"
          + " server has one.");

  private final String label;
  private final String description;

  Sender(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** As a column is headed. */
  public String label() {
    return label;
  }

  /** In whole sentences, who sends so. */
  public String description() {
    return description;
  }
}
