package dev.smtpscope.probe.dialogue;

import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A wire over a socket. A socket's time-out is per read, so it is set anew for each. */
public final class SocketWire implements Wire {
  private final Socket socket;
  private final InputStream raw;
  private InputStream in;
  private OutputStream out;
  private Deadline deadline;

  /** Takes over {@code socket}. */
  public SocketWire(Socket socket, Deadline deadline) throws IOException {
    this.socket = socket;
    this.deadline = deadline;
    this.raw = new DeadlineInput(socket.getInputStream());
    this.in = raw;
    this.out = socket.getOutputStream();
  }

  @Override
  public void until(Deadline next) {
    deadline = next;
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    return in.read(buffer, 0, buffer.length);
  }

  @Override
  public boolean isReadable() throws IOException {
    return in.available() > 0;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  @Override
  public void upgrade(InputStream tlsIn, OutputStream tlsOut) {
    in = tlsIn;
    out = tlsOut;
  }

  @Override
  public InputStream rawInput() {
    return raw;
  }

  @Override
  public OutputStream rawOutput() {
    return out;
  }

  /** Inside TLS the peer is told of the end first (RFC 8446 section 6.1). */
  @Override
  public void close() {
    try (socket) {
      out.close();
    } catch (IOException e) {
      // the conversation is over; there is nobody to tell
    }
  }

  private final class DeadlineInput extends InputStream {
    private final InputStream source;

    DeadlineInput(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      long millis = deadline.remaining().plusNanos(999_999).toMillis();
      if (millis == 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
      return source.read(buffer, offset, length);
    }

    @Override
    public int available() throws IOException {
      return source.available();
    }
  }
}
