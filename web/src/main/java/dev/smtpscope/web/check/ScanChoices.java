package dev.smtpscope.web.check;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.probe.EhloName;
import dev.smtpscope.probe.ServerNameIndication;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.target.HostName;
import java.time.Duration;
import java.util.Optional;

/**
 * How to check, beside the target's own ports, role and TLS mode; the words of the command line.
 *
 * @param timeout of the whole check
 * @param referenceName the name certificates are held against; empty to follow the host
 * @param ehloName empty for the service's own
 * @param profile the rules to judge by, names of {@link
 *     dev.smtpscope.judge.Profiles#WITH_GUIDELINES} parted by commas
 * @param tlsAudit how much of the servers' TLS to ask for, where anything
 */
public record ScanChoices(
    AddressFilter addresses,
    Duration timeout,
    ServerNameIndication sni,
    Optional<HostName> referenceName,
    Optional<EhloName> ehloName,
    String profile,
    Optional<AuditDepth> tlsAudit) {}
