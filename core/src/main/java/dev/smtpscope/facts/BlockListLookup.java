package dev.smtpscope.facts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsName;
import java.net.InetAddress;
import java.util.Optional;

/**
 * What a DNS block list says of an address (RFC 5782).
 *
 * @param codes the answer to the question for A records
 * @param reason the answer to the question for TXT records; asked for listed addresses
 */
public record BlockListLookup(
    DnsName zone, InetAddress address, DnsAnswer codes, Optional<DnsAnswer> reason) {}
