package dev.smtpscope.bulk.synthetic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/**
 * The resolver of the synthetic internet, over UDP and TCP. It hands out no signatures, as many
 * forwarders, and calls authenticated what is; one of 500 domains fails.
 */
final class DnsServer {
  private static final int MAX_MESSAGE = 65_535;
  private static final int FAILING = 17;
  private static final long NEGATIVE_TTL = 300;

  private final Zones zones;
  private final Consumer<InetAddress> named;
  private final DatagramSocket udp;
  private final ServerSocket tcp;

  /** {@code named} is told each address before an answer leads there. */
  DnsServer(Zones zones, Consumer<InetAddress> named, int port) throws IOException {
    this.zones = zones;
    this.named = named;
    InetAddress here = InetAddress.getLoopbackAddress();
    this.tcp = new ServerSocket(port, 100, here);
    this.udp = new DatagramSocket(new InetSocketAddress(here, tcp.getLocalPort()));
    udp.setReceiveBufferSize(4 << 20);
  }

  int port() {
    return udp.getLocalPort();
  }

  void start() {
    Thread.ofPlatform().daemon().name("dns over udp").start(this::serveUdp);
    Thread.ofPlatform().daemon().name("dns over tcp").start(this::serveTcp);
  }

  private void serveUdp() {
    byte[] octets = new byte[MAX_MESSAGE];
    while (true) {
      try {
        DatagramPacket packet = new DatagramPacket(octets, octets.length);
        udp.receive(packet);
        byte[] answer = answer(Arrays.copyOf(octets, packet.getLength()));
        udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        // no query, or nobody there any more
      }
    }
  }

  private void serveTcp() {
    while (true) {
      try {
        Socket visitor = tcp.accept();
        Thread.ofVirtual().start(() -> serve(visitor));
      } catch (IOException e) {
        // it left before it came in
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor) {
      DataInputStream in = new DataInputStream(visitor.getInputStream());
      DataOutputStream out = new DataOutputStream(visitor.getOutputStream());
      while (true) {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        byte[] answer = answer(query);
        out.writeShort(answer.length);
        out.write(answer);
      }
    } catch (IOException e) {
      // it has left
    }
  }

  private byte[] answer(byte[] octets) throws IOException {
    Message query = new Message(octets);
    Record question = query.getQuestion();
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RD);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(question, Section.QUESTION);
    if (query.getOPT() != null) {
      answer.addRecord(new OPTRecord(1232, 0, 0, query.getOPT().getFlags()), Section.ADDITIONAL);
    }
    fill(answer, question);
    return answer.toWire();
  }

  private void fill(Message answer, Record question) {
    Name name = question.getName();
    if (fails(name)) {
      answer.getHeader().setRcode(Rcode.SERVFAIL);
      return;
    }
    Optional<List<Record>> found = zones.find(name, question.getType());
    found.ifPresentOrElse(
        all -> all.forEach(each -> add(answer, each)),
        () -> answer.getHeader().setRcode(Rcode.NXDOMAIN));
    if (found.filter(all -> !all.isEmpty()).isEmpty()) {
      answer.addRecord(authority(name), Section.AUTHORITY);
    }
    if (zones.isSecure(name)) {
      answer.getHeader().setFlag(Flags.AD);
    }
  }

  private void add(Message answer, Record record) {
    if (record instanceof ARecord address) {
      named.accept(address.getAddress());
    }
    answer.addRecord(record, Section.ANSWER);
  }

  private boolean fails(Name name) {
    return name.labels() > 2
        && zones
            .internet()
            .domain(new Name(name, name.labels() - 3).toString(true))
            .filter(domain -> zones.internet().chance(FAILING, domain / 5, 1) && domain % 5 == 0)
            .isPresent();
  }

  private static Record authority(Name name) {
    Name zone = name.labels() > 2 ? new Name(name, name.labels() - 3) : name;
    Name other = Zones.name("ns.example");
    return new SOARecord(
        zone, DClass.IN, NEGATIVE_TTL, other, other, 1, 7200, 3600, 86_400, NEGATIVE_TTL);
  }
}
