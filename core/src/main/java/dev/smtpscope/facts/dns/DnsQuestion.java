package dev.smtpscope.facts.dns;

/** What is asked, in class IN. */
public record DnsQuestion(DnsName name, RecordType type) {
  @Override
  public String toString() {
    return name + " " + type;
  }
}
