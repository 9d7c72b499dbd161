package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.NewSessionTicket;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.PskKeyExchangeMode;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsUtils;
import org.jspecify.annotations.Nullable;

/** A client of one version that notes by what its session could be resumed. */
@SuppressWarnings("JdkObsolete") // the library speaks Hashtable
final class SessionClient extends RecordingClient {
  private static final Integer TICKET_EXTENSION = 35;

  private final ProtocolVersion version;
  private final boolean wantsTicket;
  private byte[] id = {};
  private final List<SessionTicket> tickets = new ArrayList<>();

  SessionClient(
      ProtocolVersion version,
      boolean wantsTicket,
      Optional<String> sni,
      Observations observations) {
    super(sni, observations);
    this.version = version;
    this.wantsTicket = wantsTicket;
  }

  ResumableSession session() {
    return new ResumableSession(securityParameters().getCipherSuite(), Bytes.of(id), tickets);
  }

  void add(SessionTicket ticket) {
    tickets.add(ticket);
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return version.only();
  }

  @Override
  public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
    Hashtable<Integer, byte[]> extensions = super.getClientExtensions();
    if (wantsTicket) {
      extensions.put(TICKET_EXTENSION, TlsUtils.EMPTY_BYTES);
    }
    if (version.equals(ProtocolVersion.TLSv13)) {
      // Without it a server has no use for tickets: RFC 8446 section 4.2.9.
      TlsExtensionsUtils.addPSKKeyExchangeModesExtension(
          extensions, new short[] {PskKeyExchangeMode.psk_dhe_ke});
    }
    return extensions;
  }

  @Override
  public void notifySessionID(byte @Nullable [] sessionId) {
    id = sessionId == null ? new byte[0] : sessionId.clone();
  }

  @Override
  public void notifyNewSessionTicket(NewSessionTicket ticket) {
    byte[] octets = ticket.getTicket();
    if (octets != null && octets.length > 0) {
      Duration lifetime = Duration.ofSeconds(ticket.getTicketLifetimeHint());
      tickets.add(new SessionTicket(Bytes.of(octets), lifetime, 0));
    }
  }
}
