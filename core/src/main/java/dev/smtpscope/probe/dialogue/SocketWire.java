package dev.smtpscope.probe.dialogue;

import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A wire over a socket. A socket's time-out is per read, so it is set anew for each. */
public final class SocketWire implements Wire {
  private static final int AHEAD = 4096;

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

  /**
   * Asks the system for as much as there is: TLS reads records in two pieces, of which a server
   * sends many at once.
   */
  private final class DeadlineInput extends InputStream {
    private final InputStream source;
    private byte[] ahead = {};
    private int next;
    private int end;

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
      if (next == end && length >= AHEAD) {
        return receive(buffer, offset, length);
      }
      if (next == end && length > 0) {
        fill();
      }
      int count = Math.min(length, end - next);
      System.arraycopy(ahead, next, buffer, offset, count);
      next += count;
      return count == 0 && length > 0 ? -1 : count;
    }

    private void fill() throws IOException {
      ahead = ahead.length == 0 ? new byte[AHEAD] : ahead;
      next = 0;
      end = 0;
      end = Math.max(0, receive(ahead, 0, AHEAD));
    }

    private int receive(byte[] buffer, int offset, int length) throws IOException {
      long millis = deadline.remaining().plusNanos(999_999).toMillis();
      if (millis == 0) {
        throw new SocketTimeoutException();
      }
      socket.setSoTimeout((int) Math.min(millis, Integer.MAX_VALUE));
      return source.read(buffer, offset, length);
    }

    @Override
    public int available() throws IOException {
      return end - next + source.available();
    }
  }
}
