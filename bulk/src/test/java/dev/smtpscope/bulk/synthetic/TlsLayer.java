package dev.smtpscope.bulk.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** An engine between octets of the net and octets of the dialogue. For one thread. */
final class TlsLayer {
  private static final int RECORD = 17_000;

  private final SSLEngine engine;
  private final ByteBuffer scratch;
  private ByteBuffer pending = ByteBuffer.allocate(0);

  /** {@code scratch} may serve many layers of one thread. */
  TlsLayer(SSLEngine engine, ByteBuffer scratch) {
    this.engine = engine;
    this.scratch = scratch;
  }

  static ByteBuffer scratch() {
    return ByteBuffer.allocateDirect(RECORD);
  }

  /** Takes what came and says what is to be sent and what was heard. */
  void received(ByteBuffer net, Consumer<ByteBuffer> toNet, Consumer<ByteBuffer> heard)
      throws IOException {
    ByteBuffer input = joined(net);
    boolean more = true;
    while (more) {
      HandshakeStatus status = engine.getHandshakeStatus();
      if (status == HandshakeStatus.NEED_TASK) {
        engine.getDelegatedTask().run();
      } else if (status == HandshakeStatus.NEED_WRAP) {
        wrap(ByteBuffer.allocate(0), toNet);
      } else {
        scratch.clear();
        SSLEngineResult result = engine.unwrap(input, scratch);
        scratch.flip();
        if (scratch.hasRemaining()) {
          heard.accept(scratch);
        }
        boolean idle = result.bytesConsumed() == 0 && result.bytesProduced() == 0;
        more = !(idle && engine.getHandshakeStatus() == status) && !engine.isInboundDone();
      }
    }
    keep(input);
  }

  void send(ByteBuffer plain, Consumer<ByteBuffer> toNet) throws IOException {
    while (plain.hasRemaining()) {
      int before = plain.remaining();
      wrap(plain, toNet);
      if (plain.remaining() == before
          && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
        throw new IOException("the other side is not done with the handshake");
      }
    }
  }

  /** Says goodbye and gives back what the engine holds outside the heap. */
  void close(Consumer<ByteBuffer> toNet) {
    try {
      engine.closeOutbound();
      scratch.clear();
      engine.wrap(ByteBuffer.allocate(0), scratch);
      toNet.accept(scratch.flip());
      engine.closeInbound();
    } catch (IOException | UncheckedIOException e) {
      // it ended otherwise
    }
  }

  private void wrap(ByteBuffer plain, Consumer<ByteBuffer> toNet) throws IOException {
    scratch.clear();
    SSLEngineResult result = engine.wrap(plain, scratch);
    if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
      throw new IOException("closed");
    }
    scratch.flip();
    toNet.accept(scratch);
  }

  private ByteBuffer joined(ByteBuffer net) {
    if (!pending.hasRemaining()) {
      return net;
    }
    ByteBuffer all = ByteBuffer.allocate(pending.remaining() + net.remaining());
    return all.put(pending).put(net).flip();
  }

  private void keep(ByteBuffer rest) {
    pending = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
  }
}
