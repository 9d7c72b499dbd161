package dev.smtpscope.facts.dns;

import java.time.Duration;
import java.util.List;

/** What came of a question. */
public sealed interface DnsOutcome {
  /**
   * At least one record.
   *
   * @param records in the order received, at most {@value #MAX_RECORDS}
   * @param omitted how many more there were
   */
  record Found(List<RecordData> records, Duration ttl, int omitted) implements DnsOutcome {
    public Found {
      records = List.copyOf(records);
    }
  }

  /** The name exists without records of this type. */
  record NoData() implements DnsOutcome {}

  /** The name does not exist (NXDOMAIN). */
  record NoSuchName() implements DnsOutcome {}

  /** No answer: what is there is not known. */
  record Failed(DnsFailure kind, String detail) implements DnsOutcome {}

  /** The most records of one answer that are kept. */
  int MAX_RECORDS = 256;
}
