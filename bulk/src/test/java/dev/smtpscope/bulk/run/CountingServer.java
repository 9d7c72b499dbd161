package dev.smtpscope.bulk.run;

import dev.smtpscope.testkit.Loopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers without TLS on all addresses of this machine, which count how many connections each has
 * at a time. One is over before QUIT is answered.
 */
final class CountingServer implements AutoCloseable {
  private static final int BACKLOG = 512;

  private final List<ServerSocket> sockets = new ArrayList<>();
  private final Map<InetAddress, AtomicInteger> now = new ConcurrentHashMap<>();
  private final AtomicInteger nowInAll = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger mostInAll = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final CountDownLatch gate;

  /** Greets nobody before {@code gate} is open. */
  CountingServer(CountDownLatch gate) throws IOException {
    this(gate, 1);
  }

  /** The same on so many ports. */
  CountingServer(CountDownLatch gate, int ports) throws IOException {
    this.gate = gate;
    for (int i = 0; i < ports; i++) {
      ServerSocket socket = new ServerSocket(0, BACKLOG, Loopback.address("0.0.0.0"));
      sockets.add(socket);
      Thread.ofVirtual().start(() -> accept(socket));
    }
  }

  int port() {
    return sockets.getFirst().getLocalPort();
  }

  List<Integer> ports() {
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  int accepted() {
    return accepted.get();
  }

  int mostAtOneAddress() {
    return most.get();
  }

  int mostInAll() {
    return mostInAll.get();
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // as the test ends
    }
  }

  private void serve(Socket connection) {
    AtomicInteger here =
        now.computeIfAbsent(connection.getLocalAddress(), _ -> new AtomicInteger());
    accepted.incrementAndGet();
    most.accumulateAndGet(here.incrementAndGet(), Math::max);
    mostInAll.accumulateAndGet(nowInAll.incrementAndGet(), Math::max);
    try (connection) {
      gate.await();
      converse(connection, here);
    } catch (IOException | InterruptedException gone) {
      here.decrementAndGet();
      nowInAll.decrementAndGet();
    }
  }

  private void converse(Socket connection, AtomicInteger here) throws IOException {
    OutputStream out = connection.getOutputStream();
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    say(out, "220 mx.example.net ESMTP");
    in.readLine();
    say(out, "250 mx.example.net");
    in.readLine();
    here.decrementAndGet();
    nowInAll.decrementAndGet();
    say(out, "221 bye");
    in.read();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket socket : sockets) {
      socket.close();
    }
  }
}
