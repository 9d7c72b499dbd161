package dev.smtpscope.testkit.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A resolver on 127.0.0.1, the same port over UDP and TCP. Each query is answered on a thread of
 * its own.
 */
public final class ScriptedDnsServer implements AutoCloseable {
  private static final int MAX_MESSAGE = 65_535;
  private static final int ATTEMPTS = 20;

  private final DnsBehaviour behaviour;
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final List<String> questions = new CopyOnWriteArrayList<>();

  private ScriptedDnsServer(DnsBehaviour behaviour, ServerSocket tcp, DatagramSocket udp) {
    this.behaviour = behaviour;
    this.tcp = tcp;
    this.udp = udp;
    Thread.ofVirtual().start(this::serveUdp);
    Thread.ofVirtual().start(this::serveTcp);
  }

  /** Starts one. */
  public static ScriptedDnsServer start(DnsBehaviour behaviour) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        ServerSocket tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try {
          return new ScriptedDnsServer(
              behaviour,
              tcp,
              new DatagramSocket(new InetSocketAddress(tcp.getInetAddress(), tcp.getLocalPort())));
        } catch (IOException _) {
          tcp.close(); // another has the port over UDP
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no port is free over UDP and TCP");
  }

  public InetAddress address() {
    return tcp.getInetAddress();
  }

  public int port() {
    return tcp.getLocalPort();
  }

  /** What was asked so far, such as {@code example.org. MX} or {@code example.org. MX over TCP}. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  private void serveUdp() {
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
        udp.receive(packet);
        Thread.ofVirtual().start(() -> answer(packet));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void answer(DatagramPacket packet) {
    Message query = DnsAnswers.parse(Arrays.copyOf(packet.getData(), packet.getLength()));
    note(query, "");
    for (byte[] octets : behaviour.answer(query, false)) {
      try {
        udp.send(new DatagramPacket(octets, octets.length, packet.getSocketAddress()));
      } catch (IOException _) {
        // closed, or nobody there any more
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        Socket socket = tcp.accept();
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      byte[] octets = new byte[in.readUnsignedShort()];
      in.readFully(octets);
      Message query = DnsAnswers.parse(octets);
      note(query, " over TCP");
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      for (byte[] answer : behaviour.answer(query, true).stream().limit(1).toList()) {
        out.writeShort(answer.length);
        out.write(answer);
      }
      out.flush();
    } catch (IOException _) {
      // the client went away
    }
  }

  private void note(Message query, String how) {
    Record question = query.getQuestion();
    questions.add(question.getName() + " " + Type.string(question.getType()) + how);
  }

  @Override
  public void close() {
    udp.close();
    try {
      tcp.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
