package dev.smtpscope.probe.hello;

import dev.smtpscope.facts.Bytes;
import java.util.List;

/**
 * A CLIENT-HELLO of SSLv2 (RFC 6101 appendix E has its form).
 *
 * @param version 0x0002, or a later one for a hello that any server may answer
 * @param suites three-octet cipher kinds; at most 10922
 * @param challenge 16 to 32 octets
 */
public record Ssl2Hello(int version, List<Integer> suites, Bytes challenge) {
  private static final int CLIENT_HELLO = 1;
  private static final int TWO_OCTET_HEADER = 0x8000;

  public Ssl2Hello {
    suites = List.copyOf(suites);
  }

  /** A hello of SSLv2 itself with a fresh challenge. */
  public static Ssl2Hello of(List<Integer> suites) {
    return new Ssl2Hello(0x0002, suites, ClientHello.random(16));
  }

  /**
   * The record to send.
   *
   * @throws IllegalArgumentException when a part does not fit into its field
   */
  public byte[] encode() {
    byte[] body = OctetWriter.write(this::writeBody);
    if (body.length >= TWO_OCTET_HEADER) {
      throw new IllegalArgumentException("a hello of " + body.length + " octets");
    }
    return OctetWriter.write(w -> w.number(2, TWO_OCTET_HEADER | body.length).bytes(body));
  }

  private void writeBody(OctetWriter to) {
    byte[] octets = challenge.toArray();
    to.number(1, CLIENT_HELLO)
        .number(2, version)
        .number(2, 3 * suites.size())
        .number(2, 0)
        .number(2, octets.length)
        .numbers(3, suites)
        .bytes(octets);
  }
}
