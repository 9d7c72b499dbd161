package dev.smtpscope.probe.dialogue;

import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The bytes of one connection. Every read waits until the current deadline at most, however slowly
 * the peer drips. For one thread.
 */
public interface Wire extends AutoCloseable {
  /** The deadline of what follows. */
  void until(Deadline deadline);

  /**
   * Reads at least one byte.
   *
   * @return the count, or -1 at the end
   * @throws java.net.SocketTimeoutException when the deadline passes
   */
  int read(byte[] buffer) throws IOException;

  /** Whether a byte can be read without waiting. */
  boolean isReadable() throws IOException;

  /** Sends all of {@code bytes}. */
  void write(byte[] bytes) throws IOException;

  /** Reads and writes go through these from now on, as after a handshake. */
  void upgrade(InputStream in, OutputStream out);

  /** The bytes below TLS, under the same deadline. */
  InputStream rawInput();

  /** The bytes below TLS. */
  OutputStream rawOutput();

  @Override
  void close();
}
