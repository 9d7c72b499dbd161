package dev.smtpscope.realservers;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.testkit.DelayProxy;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;

/** A resolver seen from afar: what goes to it and comes from it takes its time. */
final class DistantResolver implements AutoCloseable {
  private static final int LARGEST = 65_535;
  private static final int PATIENCE_MILLIS = 10_000;

  private final DnsServer.Plain near;
  private final Duration oneWay;
  private final DatagramSocket udp;
  private final DelayProxy tcp;

  DistantResolver(DnsServer.Plain near, Duration oneWay) throws IOException {
    this.near = near;
    this.oneWay = oneWay;
    InetAddress address = Loopback.free();
    this.udp = new DatagramSocket(new InetSocketAddress(address, 53));
    this.tcp =
        DelayProxy.on(address, 53, new InetSocketAddress(near.address(), near.port()), oneWay);
    Thread.ofVirtual().start(this::serve);
  }

  DnsServer.Plain server() {
    return new DnsServer.Plain(udp.getLocalAddress(), udp.getLocalPort());
  }

  @Override
  public void close() {
    udp.close();
    tcp.close();
  }

  private void serve() {
    try {
      while (true) {
        DatagramPacket query = new DatagramPacket(new byte[LARGEST], LARGEST);
        udp.receive(query);
        Thread.ofVirtual().start(() -> relay(query));
      }
    } catch (IOException closed) {
      // the run is over
    }
  }

  private void relay(DatagramPacket query) {
    try (DatagramSocket onward = new DatagramSocket()) {
      onward.setSoTimeout(PATIENCE_MILLIS);
      Thread.sleep(oneWay);
      InetSocketAddress target = new InetSocketAddress(near.address(), near.port());
      onward.send(new DatagramPacket(query.getData(), query.getLength(), target));
      DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
      onward.receive(answer);
      Thread.sleep(oneWay);
      byte[] octets = Arrays.copyOf(answer.getData(), answer.getLength());
      udp.send(new DatagramPacket(octets, octets.length, query.getSocketAddress()));
    } catch (IOException lost) {
      // as packets are
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
