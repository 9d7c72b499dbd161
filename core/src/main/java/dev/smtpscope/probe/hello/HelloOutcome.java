package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.List;

/** What a hello led to. */
public sealed interface HelloOutcome {
  /** The server chose from what was offered. */
  record Accepted(ServerFlight flight) implements HelloOutcome {}

  /**
   * The server speaks SSLv2.
   *
   * @param suites the three-octet cipher kinds that both have; may be empty
   * @param certificate in DER; empty when there is none
   */
  record Ssl2Accepted(List<Integer> suites, Bytes certificate) implements HelloOutcome {
    public Ssl2Accepted {
      suites = List.copyOf(suites);
    }
  }

  /** The server refused in the manner of SSLv2; 1 means that no cipher is shared. */
  record Ssl2Refused(int code) implements HelloOutcome {}

  /**
   * The server refused.
   *
   * @param level 1 for warning, 2 for fatal
   */
  record Alert(int level, int code) implements HelloOutcome {}

  /** The server closed the connection without a word. */
  record Closed() implements HelloOutcome {}

  /** The connection was reset without a word. */
  record Reset() implements HelloOutcome {}

  /** No answer came in time. */
  record Silent() implements HelloOutcome {}

  /**
   * The answer is not TLS.
   *
   * @param start its first line, or its first 64 octets where that is less
   */
  record NotTls(Bytes start) implements HelloOutcome {}

  /** The answer breaks the protocol. */
  record Malformed(String why) implements HelloOutcome {}

  /** The answer is longer than {@link FlightDecoder#MOST} octets. */
  record Excessive() implements HelloOutcome {}
}
