package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import java.io.IOException;

/** A way to one resolver. */
interface Transport {
  /** The largest message of the DNS, in octets. */
  int MAX_MESSAGE = 65_535;

  DnsServer server();

  /**
   * Sends a query and waits for a whole message that {@link Wire#answers} it.
   *
   * @throws java.net.SocketTimeoutException when none came by {@code deadline}
   * @throws java.net.ConnectException when the resolver's host says that nobody listens
   */
  byte[] exchange(byte[] query, Deadline deadline) throws IOException;
}
