package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Hashtable;
import org.bouncycastle.tls.TlsUtils;

/** Reads the tickets of TLS 1.3, which the library passes over. */
final class TicketProtocol extends RecordingProtocol {
  private static final Integer EARLY_DATA = 42;
  private static final int MOST = 16;

  private final SessionClient client;
  private int tickets;

  TicketProtocol(
      InputStream in, OutputStream out, SessionClient client, Observations observations) {
    super(in, out, observations);
    this.client = client;
  }

  @Override
  protected void receive13NewSessionTicket(ByteArrayInputStream message) throws IOException {
    long lifetime = TlsUtils.readUint32(message);
    TlsUtils.readUint32(message);
    TlsUtils.readOpaque8(message);
    byte[] ticket = TlsUtils.readOpaque16(message);
    Hashtable<?, ?> extensions = readExtensionsData(TlsUtils.readOpaque16(message));
    if (tickets++ < MOST) {
      client.add(
          new SessionTicket(Bytes.of(ticket), Duration.ofSeconds(lifetime), earlyData(extensions)));
    }
  }

  private static long earlyData(Hashtable<?, ?> extensions) {
    return extensions.get(EARLY_DATA) instanceof byte[] most && most.length == 4
        ? TlsUtils.readUint32(most, 0)
        : 0;
  }
}
