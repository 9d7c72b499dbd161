package dev.smtpscope.testkit;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a client did on one connection, from its accept to its end. Immutable.
 *
 * @param number the connection's number on its server, from 1
 * @param plainCommands lines the client sent before TLS, without their line ends
 * @param tlsCommands lines the client sent inside TLS
 * @param messages contents that came with DATA, dots unstuffed
 * @param received the first MiB of octets as they came off the wire, TLS records included, one per
 *     character
 * @param serverName the host name in the ClientHello (SNI)
 * @param tls the session, once a handshake was completed
 * @param spokeEarly whether anything came before the greeting was sent
 * @param problem what broke the session on this side: a failed handshake, a reset, a line that the
 *     script did not expect
 */
public record Conversation(
    int number,
    List<String> plainCommands,
    List<String> tlsCommands,
    List<String> messages,
    String received,
    Optional<String> serverName,
    Optional<Tls> tls,
    boolean spokeEarly,
    Optional<String> problem) {

  /** The line of {@link #commands()} that stands for the handshake. */
  public static final String HANDSHAKE = "<TLS>";

  /** The negotiated session. Certificates are those of the client, its own first. */
  public record Tls(String protocol, String cipherSuite, List<X509Certificate> certificates) {
    /** Copies the list. */
    public Tls {
      certificates = List.copyOf(certificates);
    }
  }

  /** Copies the lists. */
  public Conversation {
    plainCommands = List.copyOf(plainCommands);
    tlsCommands = List.copyOf(tlsCommands);
    messages = List.copyOf(messages);
  }

  /** Whether the client took its leave with QUIT. */
  public boolean quit() {
    List<String> last = tls.isPresent() ? tlsCommands : plainCommands;
    return !last.isEmpty() && last.getLast().strip().equalsIgnoreCase("QUIT");
  }

  /** All that the client said, one line each, with {@link #HANDSHAKE} where TLS began. */
  public String commands() {
    Stream<String> mark = tls.stream().map(_ -> HANDSHAKE);
    Stream<String> lines =
        Stream.of(plainCommands.stream(), mark, tlsCommands.stream()).flatMap(s -> s);
    return String.join("\n", lines.toList());
  }
}
