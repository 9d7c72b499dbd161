package dev.smtpscope.testkit.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers to start from. */
public final class DnsAnswers {
  static final List<Integer> SIGNATURES = List.of(Type.RRSIG, Type.NSEC, Type.NSEC3);

  private static final int LIMIT_MILLIS = 5000;

  private DnsAnswers() {}

  /** An answer without records. */
  public static Message to(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    return answer;
  }

  /** Answers from records as a zone file has them, names in full; what is not there is not. */
  public static DnsBehaviour from(String... lines) {
    List<Record> zone = records(lines);
    return DnsBehaviour.message(query -> {
      Message answer = to(query);
      Record question = query.getQuestion();
      List<Record> named =
          zone.stream().filter(r -> r.getName().equals(question.getName())).toList();
      named.stream()
          .filter(r -> r.getType() == question.getType() || r.getType() == Type.CNAME)
          .forEach(r -> answer.addRecord(r, Section.ANSWER));
      answer.getHeader().setRcode(named.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
      return answer;
    });
  }

  /** Passes queries on to another resolver over UDP. */
  public static DnsBehaviour of(InetSocketAddress resolver) {
    return (query, _) -> {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(resolver);
        byte[] octets = query.toWire();
        socket.send(new DatagramPacket(octets, octets.length));
        DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(answer);
        return List.of(Arrays.copyOf(answer.getData(), answer.getLength()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  static Message parse(byte[] octets) {
    try {
      return new Message(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Message without(Message answer, List<Integer> types) {
    for (int section : new int[] {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL}) {
      for (Record record : List.copyOf(answer.getSection(section))) {
        if (types.contains(record.getType())) {
          answer.removeRecord(record, section);
        }
      }
    }
    return answer;
  }

  static Message truncated(Message query, Message whole) {
    Message answer = to(query);
    answer.getHeader().setRcode(whole.getRcode());
    answer.getHeader().setFlag(Flags.TC);
    return answer;
  }

  private static List<Record> records(String... lines) {
    String text = String.join("\n", lines) + "\n";
    try (Master master =
        new Master(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), Name.root, 300)) {
      var records = new ArrayList<Record>();
      for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
        records.add(next);
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
