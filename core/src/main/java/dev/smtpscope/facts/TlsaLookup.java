package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.target.HostName;
import java.util.List;

/**
 * The search for the TLSA records of one host and port (RFC 7672 section 2.2.2).
 *
 * @param answers at least one: of the name at the end of secure aliases first, of the host's own
 *     name last; the search ends at the first that has records or fails
 */
public record TlsaLookup(HostName host, int port, List<DnsAnswer> answers) {
  public TlsaLookup {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a search has at least one answer");
    }
  }

  /** The answer that counts. */
  public DnsAnswer answer() {
    return answers.getLast();
  }

  /** The name that certificates are held against, and that the hello names. */
  public DnsName baseDomain() {
    return answer().question().name().parent().parent();
  }
}
