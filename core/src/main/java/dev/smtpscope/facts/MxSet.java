package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import java.util.Comparator;
import java.util.List;

/** What the MX records of a name come to (RFC 5321 section 5.1, RFC 7505). */
public sealed interface MxSet {
  /**
   * Servers that take the mail.
   *
   * @param records the most preferred first; those without a server are left out
   * @param withNull whether a null MX stands among them, where it must be alone
   */
  record Listed(List<RecordData.Mx> records, boolean withNull) implements MxSet {
    public Listed {
      records = List.copyOf(records);
    }
  }

  /** The domain takes no mail, and says so (RFC 7505). */
  record Null() implements MxSet {}

  /** The name exists without MX records: it is its own mail host. */
  record Absent() implements MxSet {}

  /** The name does not exist. */
  record NoSuchName() implements MxSet {}

  /** Not known. */
  record Unknown(String detail) implements MxSet {}

  /** What {@code answer} comes to. A bogus answer's records count as any others. */
  static MxSet of(DnsAnswer answer) {
    return switch (answer.outcome()) {
      case DnsOutcome.Found found -> of(answer.records(RecordData.Mx.class));
      case DnsOutcome.NoData none -> new Absent();
      case DnsOutcome.NoSuchName none -> new NoSuchName();
      case DnsOutcome.Failed(var kind, String detail) -> new Unknown(detail);
    };
  }

  private static MxSet of(List<RecordData.Mx> all) {
    List<RecordData.Mx> servers =
        all.stream()
            .filter(mx -> !mx.exchange().isRoot())
            .sorted(
                Comparator.comparingInt(RecordData.Mx::preference)
                    .thenComparing(RecordData.Mx::exchange))
            .toList();
    if (servers.isEmpty()) {
      return all.isEmpty() ? new Unknown("no MX record could be read") : new Null();
    }
    return new Listed(servers, servers.size() < all.size());
  }
}
