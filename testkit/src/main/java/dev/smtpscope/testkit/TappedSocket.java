package dev.smtpscope.testkit;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/**
 * A connected socket whose streams are ours: what comes in is recorded, what goes out is shaped.
 * TLS is layered over it, so its buffer can hold nothing back from the handshake.
 */
final class TappedSocket extends Socket {
  private static final int RST_ON_CLOSE = 0;

  private final Socket raw;
  private final InputStream in;
  private final ShapedOutput out;

  TappedSocket(Socket raw, Recording recording) throws IOException {
    this.raw = raw;
    this.in = new BufferedInputStream(new Tap(raw.getInputStream(), recording));
    this.out = new ShapedOutput(raw.getOutputStream(), this::end);
    raw.setTcpNoDelay(true);
  }

  /** Closes with FIN or RST, or not at all. */
  void end(Fault.End end) throws IOException {
    switch (end) {
      case HANG -> {}
      case CLOSE -> {
        raw.shutdownOutput();
        throw new Hangup("closed");
      }
      case RESET -> {
        raw.setSoLinger(true, RST_ON_CLOSE);
        raw.close();
        throw new Hangup("reset");
      }
    }
  }

  ShapedOutput shaped() {
    return out;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public boolean isConnected() {
    return raw.isConnected();
  }

  @Override
  public boolean isBound() {
    return raw.isBound();
  }

  @Override
  public boolean isClosed() {
    return raw.isClosed();
  }

  @Override
  public void shutdownInput() throws IOException {
    raw.shutdownInput();
  }

  @Override
  public void shutdownOutput() throws IOException {
    raw.shutdownOutput();
  }

  @Override
  public boolean isInputShutdown() {
    return raw.isInputShutdown();
  }

  @Override
  public boolean isOutputShutdown() {
    return raw.isOutputShutdown();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    raw.setSoTimeout(millis);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return raw.getSoTimeout();
  }

  @Override
  public void setSoLinger(boolean on, int seconds) throws SocketException {
    raw.setSoLinger(on, seconds);
  }

  @Override
  public int getSoLinger() throws SocketException {
    return raw.getSoLinger();
  }

  @Override
  public InetAddress getInetAddress() {
    return raw.getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return raw.getLocalAddress();
  }

  @Override
  public int getPort() {
    return raw.getPort();
  }

  @Override
  public int getLocalPort() {
    return raw.getLocalPort();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return raw.getRemoteSocketAddress();
  }

  /**
   * FIN alone. TLS closes what it lies on as soon as it fails, and with input unread that would be
   * a reset, which overtakes the alert.
   */
  @Override
  public void close() throws IOException {
    if (!raw.isClosed() && !raw.isOutputShutdown()) {
      raw.shutdownOutput();
    }
  }

  void release() throws IOException {
    raw.close();
  }

  private static final class Tap extends FilterInputStream {
    private final Recording recording;

    Tap(InputStream in, Recording recording) {
      super(in);
      this.recording = recording;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      recording.received(into, from, count);
      return count;
    }
  }
}
