package dev.smtpscope.facts.dns;

import java.time.Duration;

/** One CNAME on the way from the name that was asked for to the one that answers. */
public record CnameLink(DnsName from, DnsName to, Duration ttl, Dnssec dnssec) {}
