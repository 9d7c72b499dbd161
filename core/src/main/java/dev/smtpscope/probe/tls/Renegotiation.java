package dev.smtpscope.probe.tls;

import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * A second handshake on a connection of TLS 1.2, begun by the client with the Java platform, as the
 * library for all other handshakes never begins one. For one thread.
 */
public final class Renegotiation {
  private final LenientContext context;

  public Renegotiation(Optional<String> sni) {
    context = new LenientContext("TLSv1.2", sni);
  }

  /** What came of it. */
  public enum Outcome {
    DONE,
    REFUSED,
    SILENT,
    NO_HANDSHAKE
  }

  /** Shakes hands twice. */
  public Outcome attempt(Wire wire, Deadline deadline) {
    wire.until(deadline);
    EngineLink link = new EngineLink(context.engine(Optional.empty()), wire);
    try {
      link.handshake();
    } catch (IOException e) {
      return Outcome.NO_HANDSHAKE;
    }
    try {
      link.handshake();
      return Outcome.DONE;
    } catch (SocketTimeoutException e) {
      return Outcome.SILENT;
    } catch (IOException e) {
      return Outcome.REFUSED;
    }
  }
}
