package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.tls.ProtocolVersion;

/**
 * A whole session of one version, from the handshake to QUIT, for the sake of what it leaves
 * behind.
 *
 * @param version TLS 1.0 to 1.3
 * @param ticket whether to ask for a ticket before TLS 1.3
 */
public record SessionHandshake(
    TlsVersion version, boolean ticket, Parting parting, Optional<String> sni) {
  private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);

  /** Holds the session; empty when the handshake broke. */
  public Optional<ResumableSession> hold(Wire wire, Deadline deadline) {
    Observations observations = new Observations();
    SessionClient client = new SessionClient(only(), ticket, sni, observations);
    wire.until(deadline);
    HandshakeInput input = new HandshakeInput(new PatientInput(wire.rawInput()));
    TicketProtocol protocol = new TicketProtocol(input, wire.rawOutput(), client, observations);
    try {
      protocol.connect(client);
    } catch (IOException e) {
      return Optional.empty();
    }
    wire.until(deadline.within(parting.patience()));
    leave(protocol);
    return Optional.of(client.session());
  }

  private ProtocolVersion only() {
    return switch (version) {
      case TLS_1_3 -> ProtocolVersion.TLSv13;
      case TLS_1_2 -> ProtocolVersion.TLSv12;
      case TLS_1_1 -> ProtocolVersion.TLSv11;
      case TLS_1_0 -> ProtocolVersion.TLSv10;
      case SSL_3, SSL_2 -> throw new IllegalStateException("no library speaks " + version);
    };
  }

  private void leave(TicketProtocol protocol) {
    parting.from(new Farewell(protocol));
    try {
      protocol.close();
    } catch (IOException e) {
      // nobody is there to be told
    }
  }

  private record Farewell(TicketProtocol protocol) implements Parting.Talk {
    @Override
    public void quit() throws IOException {
      protocol.getOutputStream().write(QUIT);
    }

    @Override
    public Optional<byte[]> hear() throws IOException {
      byte[] octets = new byte[4_096];
      int count = protocol.getInputStream().read(octets);
      return count < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(octets, count));
    }
  }

  /** Ends when its time is over: the library would alarm the server, which then may forget. */
  private static final class PatientInput extends FilterInputStream {
    PatientInput(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (SocketTimeoutException e) {
        return -1;
      }
    }
  }
}
