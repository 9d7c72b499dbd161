package dev.smtpscope.probe.tls;

import dev.smtpscope.probe.dialogue.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** Moves octets between an engine of the Java platform and a wire. For one thread. */
final class EngineLink {
  private static final int MOST_STEPS = 1_000;

  private final SSLEngine engine;
  private final Wire wire;
  private final InputStream in;
  private final ByteBuffer out;
  private final ByteBuffer plain;
  private final ByteBuffer received;

  EngineLink(SSLEngine engine, Wire wire) {
    this.engine = engine;
    this.wire = wire;
    this.in = wire.rawInput();
    this.out = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
    this.plain = ByteBuffer.allocate(2 * engine.getSession().getApplicationBufferSize());
    this.received = ByteBuffer.allocate(2 * engine.getSession().getPacketBufferSize());
    received.flip();
  }

  void handshake() throws IOException {
    engine.beginHandshake();
    for (int i = 0; i < MOST_STEPS; i++) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> wrap(ByteBuffer.allocate(0));
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          if (!read()) {
            throw new IOException("the connection ended in the handshake");
          }
        }
        case FINISHED, NOT_HANDSHAKING -> {
          return;
        }
      }
    }
    throw new IOException("the handshake has no end");
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  void write(ByteBuffer text) throws IOException {
    wrap(text);
  }

  private void wrap(ByteBuffer text) throws IOException {
    out.clear();
    engine.wrap(text, out);
    out.flip();
    byte[] bytes = new byte[out.remaining()];
    out.get(bytes);
    wire.rawOutput().write(bytes);
    wire.rawOutput().flush();
  }

  /** Takes what comes; whether there may be more. */
  boolean read() throws IOException {
    plain.clear();
    SSLEngineResult result = engine.unwrap(received, plain);
    if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
      return fill();
    }
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      runTasks();
    }
    return result.getStatus() == SSLEngineResult.Status.OK;
  }

  /** The plain text that the last reading brought. */
  byte[] text() {
    return Arrays.copyOf(plain.array(), plain.position());
  }

  private boolean fill() throws IOException {
    received.compact();
    int count = in.read(received.array(), received.position(), received.remaining());
    if (count > 0) {
      received.position(received.position() + count);
    }
    received.flip();
    return count > 0;
  }

  void close() throws IOException {
    engine.closeOutbound();
    wrap(ByteBuffer.allocate(0));
  }
}
