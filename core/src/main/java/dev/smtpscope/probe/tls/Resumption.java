package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Sessions of TLS 1.3 one after another, each of which the Java platform resumes if the server lets
 * it: the library for all other handshakes cannot. A certificate comes only where a session was not
 * resumed. For one thread.
 */
public final class Resumption {
  private static final byte[] QUIT = "QUIT\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> GROUPS =
      List.of("x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048");

  private final LenientContext context;
  private final Optional<String> group;
  private final Parting parting;

  /**
   * @param group one that the server agrees to; a retry request could use up a ticket
   */
  public Resumption(Optional<String> sni, Optional<NamedGroup> group, Parting parting) {
    this.parting = parting;
    this.context = new LenientContext("TLSv1.3", sni);
    this.group = group.map(NamedGroup::name).filter(GROUPS::contains);
  }

  /** Holds one session to QUIT; whether it was resumed, or empty when the handshake broke. */
  public Optional<Boolean> hold(Wire wire, Deadline deadline) {
    int before = context.certificates();
    wire.until(deadline);
    EngineLink link = new EngineLink(context.engine(group), wire);
    try {
      link.handshake();
    } catch (IOException e) {
      return Optional.empty();
    }
    wire.until(deadline.within(parting.patience()));
    parting.from(new Farewell(link));
    part(link);
    return Optional.of(context.certificates() == before);
  }

  /** A server may forget a session that ends without a word. */
  private static void part(EngineLink link) {
    try {
      link.close();
    } catch (IOException e) {
      // nobody is there to be told
    }
  }

  private record Farewell(EngineLink link) implements Parting.Talk {
    @Override
    public void quit() throws IOException {
      link.write(ByteBuffer.wrap(QUIT));
    }

    @Override
    public Optional<byte[]> hear() throws IOException {
      return link.read() ? Optional.of(link.text()) : Optional.empty();
    }
  }
}
