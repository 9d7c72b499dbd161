package dev.smtpscope.facts.dns;

/** The types of records that are asked for, with their numbers in IANA's registry. */
public enum RecordType {
  A(1),
  CNAME(5),
  PTR(12),
  MX(15),
  TXT(16),
  AAAA(28),
  SRV(33),
  TLSA(52);

  private final int number;

  RecordType(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
