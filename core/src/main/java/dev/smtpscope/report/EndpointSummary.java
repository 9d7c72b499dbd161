package dev.smtpscope.report;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.judge.Severity;
import java.util.Optional;

/**
 * One address and port in a line.
 *
 * @param sentence a few words without a full stop, such as {@code open, TLSv1.3, certificate
 *     trusted, 63 days left}
 * @param worst the severity of its worst finding; empty when it has none
 */
public record EndpointSummary(
    EndpointFacts facts, EndpointState state, String sentence, Optional<Severity> worst) {}
