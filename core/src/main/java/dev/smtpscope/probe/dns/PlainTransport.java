package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * UDP, and TCP where the answer does not fit (RFC 7766). Each query has a socket, and so a port, of
 * its own; datagrams that do not answer the query are passed over.
 */
record PlainTransport(DnsServer.Plain server) implements Transport {
  @Override
  public byte[] exchange(byte[] query, Deadline deadline) throws IOException {
    byte[] answer = overUdp(query, deadline);
    return Wire.isTruncated(answer) ? overTcp(query, deadline) : answer;
  }

  private InetSocketAddress peer() {
    return new InetSocketAddress(server.address(), server.port());
  }

  private byte[] overUdp(byte[] query, Deadline deadline) throws IOException {
    // a channel's socket, because an interrupt ends its waits on every kind of thread
    try (DatagramSocket socket = DatagramChannel.open().socket()) {
      socket.connect(peer());
      socket.send(new DatagramPacket(query, query.length));
      byte[] buffer = new byte[MAX_MESSAGE];
      while (true) {
        socket.setSoTimeout(millis(deadline));
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] message = Arrays.copyOf(buffer, packet.getLength());
        if (Wire.answers(message, query)) {
          return message;
        }
      }
    }
  }

  private byte[] overTcp(byte[] query, Deadline deadline) throws IOException {
    try (Socket socket = SocketChannel.open().socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(peer(), millis(deadline));
      ByteBuffer out = ByteBuffer.allocate(2 + query.length);
      socket.getOutputStream().write(out.putShort((short) query.length).put(query).array());
      DataInputStream in = new DataInputStream(new Until(socket, deadline));
      byte[] message = new byte[in.readUnsignedShort()];
      in.readFully(message);
      if (!Wire.answers(message, query)) {
        throw new ProtocolException("the answer over TCP belongs to another question");
      }
      return message;
    }
  }

  private static int millis(Deadline deadline) throws SocketTimeoutException {
    Duration left = deadline.remaining();
    if (left.isZero()) {
      throw new SocketTimeoutException();
    }
    return Math.clamp(left.toMillis(), 1, Integer.MAX_VALUE);
  }

  /** Reads that end by the deadline however slowly the octets drip. */
  private static final class Until extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private final Deadline deadline;

    Until(Socket socket, Deadline deadline) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      socket.setSoTimeout(millis(deadline));
      return in.read(to, offset, length);
    }
  }
}
