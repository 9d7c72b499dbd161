package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.target.HostName;
import java.util.List;

/** What a sender that knows DANE makes of the DNS for one host and port (RFC 7672 section 2.2). */
public sealed interface Dane {
  /** Why DANE plays no part. */
  enum Reason {
    /** There is none, and that is proven. */
    NO_RECORDS,
    /** The host's addresses are not signed, so that no sender looks for records. */
    INSECURE_ADDRESSES,
    /** The zone that the records would be in is not signed. */
    INSECURE_RECORDS
  }

  /** DANE plays no part: TLS is as without it. */
  record NotUsed(Reason reason, String why) implements Dane {}

  /** The look-up failed or is bogus: a sender must not deliver to the host. */
  record Failed(String why) implements Dane {}

  /** Only records that no sender can use: encryption is mandatory, whoever the server is. */
  record Unusable(TlsaLookup lookup, List<TlsaVerdict> records) implements Dane {
    public Unusable {
      records = List.copyOf(records);
    }
  }

  /**
   * The server has to match a record.
   *
   * @param records all of the name, of which at least one is used
   * @param names any of which the certificate has to cover where usage 2 matches, the TLSA base
   *     domain first
   */
  record Usable(TlsaLookup lookup, List<TlsaVerdict> records, List<HostName> names)
      implements Dane {
    public Usable {
      records = List.copyOf(records);
      names = List.copyOf(names);
    }

    /** The records that certificates are held against. */
    public List<TlsaVerdict> used() {
      return records.stream().filter(TlsaVerdict::isUsed).toList();
    }
  }

  /** What was seen of the DNS does not tell. */
  record Unknown(String why) implements Dane {}

  /** What holds for {@code port} of the host of {@code context}. */
  static Dane of(HostContext context, int port) {
    return context
        .tlsa(port)
        .map(lookup -> new DaneRules(context, lookup).judge())
        .orElseGet(() -> new Unknown("the DNS was not asked for TLSA records"));
  }
}
