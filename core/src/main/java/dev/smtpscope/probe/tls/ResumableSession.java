package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import java.util.List;

/**
 * What a finished session left for another one.
 *
 * @param suite the code of the one in use
 * @param id the server's name for it, before TLS 1.3; may be empty
 */
public record ResumableSession(int suite, Bytes id, List<SessionTicket> tickets) {
  public ResumableSession {
    tickets = List.copyOf(tickets);
  }
}
