package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import java.time.Duration;

/**
 * A ticket for another session (RFC 5077, RFC 8446 section 4.6.1).
 *
 * @param lifetime as the server hinted
 * @param earlyData the most octets of early data that the server takes with it, 0 for none
 */
public record SessionTicket(Bytes ticket, Duration lifetime, long earlyData) {}
