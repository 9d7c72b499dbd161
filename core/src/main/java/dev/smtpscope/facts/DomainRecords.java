package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import java.util.List;

/**
 * What a mail domain publishes beside its MX records.
 *
 * @param mtaSts TXT at {@code _mta-sts} (RFC 8461 section 3.1)
 * @param policy what came of fetching the policy
 * @param tlsRpt TXT at {@code _smtp._tls} (RFC 8460 section 3)
 * @param text TXT at the domain itself, where SPF is
 * @param dmarc TXT at {@code _dmarc}
 * @param submission SRV at {@code _submission._tcp} and {@code _submissions._tcp} (RFC 6186, 8314)
 */
public record DomainRecords(
    DnsAnswer mtaSts,
    PolicyFetch policy,
    DnsAnswer tlsRpt,
    DnsAnswer text,
    DnsAnswer dmarc,
    List<DnsAnswer> submission) {
  public DomainRecords {
    submission = List.copyOf(submission);
  }
}
