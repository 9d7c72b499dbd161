package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.PeerProtocols;
import dev.smtpscope.probe.dialogue.Wire;
import dev.smtpscope.reference.tls.CipherSuites;
import dev.smtpscope.reference.tls.Groups;
import dev.smtpscope.reference.tls.TlsAlerts;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsFatalAlert;

/**
 * One TLS handshake on a connection that stands, offering TLS 1.3 down to 1.0. Any certificate is
 * accepted and recorded. For one thread.
 */
public final class TlsHandshake {
  private final Wire wire;
  private final Optional<String> sni;
  private final Observations observations = new Observations();
  private final HandshakeInput input;

  public TlsHandshake(Wire wire, Optional<String> sni) {
    this.wire = wire;
    this.sni = sni;
    this.input = new HandshakeInput(wire.rawInput());
  }

  /** The codes of the suites of {@code version} that it offers, in order. */
  public static List<Integer> offered(TlsVersion version) {
    return Arrays.stream(Offer.cipherSuites())
        .boxed()
        .filter(code -> CipherSuites.find(code).filter(suite -> suite.isIn(version)).isPresent())
        .toList();
  }

  /** Shakes hands; on success the wire goes through TLS from then on. */
  public TlsOutcome perform(Deadline deadline) {
    Duration limit = deadline.limit();
    wire.until(deadline);
    RecordingClient peer = new RecordingClient(sni, observations);
    RecordingProtocol protocol = new RecordingProtocol(input, wire.rawOutput(), observations);
    try {
      protocol.connect(peer);
      input.unbounded();
      wire.upgrade(protocol.getInputStream(), protocol.getOutputStream());
      return new TlsOutcome.Established(session(peer.securityParameters()));
    } catch (IOException e) {
      return new TlsOutcome.Failed(
          failure(e, limit), observations.version, observations.certificates);
    }
  }

  /**
   * The fatal alert that came after the handshake, if one did: TLS 1.3 servers refuse a client
   * without a certificate only then.
   */
  public Optional<TlsAlert> lateAlert() {
    return observations.alertReceived.filter(alert -> alert.code() != 0);
  }

  private TlsSession session(SecurityParameters parameters) {
    TlsVersion version = observations.version.orElseThrow();
    boolean tls13 = version == TlsVersion.TLS_1_3;
    return new TlsSession(
        version,
        CipherSuites.named(parameters.getCipherSuite()),
        tls13 ? Optional.of(Groups.named(parameters.getNegotiatedGroup())) : observations.group,
        observations.signature,
        observations.certificates,
        observations.staple.map(der -> OcspReader.read(der, observations.certificates)),
        Timestamps.count(observations),
        tls13 || parameters.isExtendedMasterSecret(),
        tls13 || observations.secureRenegotiation,
        observations.clientCertificateRequest,
        sni,
        Optional.ofNullable(parameters.getApplicationProtocol())
            .map(name -> Visible.of(name.getBytes())));
  }

  private HandshakeFailure failure(IOException e, Duration limit) {
    byte[] beginning = input.beginning();
    if (Thread.currentThread().isInterrupted()) {
      return new HandshakeFailure.Interrupted();
    }
    if (beginning.length > 0 && !PeerProtocols.isTlsRecord(beginning)) {
      return new HandshakeFailure.NotTls(PeerProtocols.guess(beginning), Visible.of(beginning));
    }
    if (observations.alertReceived.isPresent()) {
      return new HandshakeFailure.AlertReceived(observations.alertReceived.get());
    }
    if (input.isExcessive()) {
      return new HandshakeFailure.Excessive(HandshakeInput.MAX_OCTETS);
    }
    if (input.ended()) {
      return new HandshakeFailure.Closed();
    }
    return switch (e) {
      case SocketTimeoutException silent -> new HandshakeFailure.Silent(limit);
      case TlsFatalAlert ours -> alertSent(ours);
      default -> new HandshakeFailure.Reset();
    };
  }

  private HandshakeFailure alertSent(TlsFatalAlert e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String detail = Optional.ofNullable(cause.getMessage()).orElse("");
    return new HandshakeFailure.AlertSent(
        TlsAlerts.named(e.getAlertDescription()),
        Visible.of(detail.getBytes(StandardCharsets.UTF_8)));
  }
}
