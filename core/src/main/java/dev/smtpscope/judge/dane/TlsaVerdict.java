package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.dns.RecordData;

/**
 * A TLSA record and what a sender makes of it.
 *
 * @param record a {@link RecordData.Tlsa}, or what does not have its form
 * @param why it is not used; empty where it is
 */
public record TlsaVerdict(RecordData record, Use use, String why) {
  /** Whether a sender looks at a record. */
  public enum Use {
    /** Certificates are held against it. */
    USED,
    /** Another of the same usage and selector has a stronger digest (RFC 7671 section 9). */
    OUTRANKED,
    /** No mail server can use it (RFC 7672 section 3.1). */
    UNUSABLE
  }

  public boolean isUsed() {
    return use == Use.USED;
  }

  /** The record as a zone file has it. */
  public String text() {
    return switch (record) {
      case RecordData.Tlsa tlsa -> Association.text(tlsa);
      case RecordData.Malformed(String data) -> data;
      default -> record.toString();
    };
  }
}
