package dev.smtpscope.judge;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.software.Software;
import java.util.Optional;

/**
 * What was concluded about an endpoint beside the checks.
 *
 * @param audit where its TLS was audited
 */
public record EndpointInsight(
    Endpoint endpoint,
    Optional<Software> software,
    Optional<PathVerdict> path,
    Optional<AuditInsight> audit) {}
