package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ReplyTest {
  private static final DnsServer SERVER = new DnsServer.Plain(InetAddress.getLoopbackAddress(), 53);

  private static final String SOA = "test. %d IN SOA ns.test. root.test. 1 7200 900 1209600 %d";

  @Test
  void livesAsLongAsTheShortestOfItsRecords() {
    assertThat(answer("a.test. 900 IN A 192.0.2.1", "b.test. 300 IN A 192.0.2.1").life())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void isKeptForAMinuteAtLeastAndForADayAtMost() {
    assertThat(answer("a.test. 0 IN A 192.0.2.1").life()).isEqualTo(Duration.ofMinutes(1));
    assertThat(answer("a.test. 604800 IN A 192.0.2.1").life()).isEqualTo(Duration.ofDays(1));
    assertThat(answer().life()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatIsAbsentIsAbsentForAsLongAsTheSoaSays() {
    assertThat(denial(SOA.formatted(3600, 600)).life()).isEqualTo(Duration.ofMinutes(10));
    assertThat(denial(SOA.formatted(300, 86400)).life()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void failuresAreSoonForgotten() {
    assertThat(Reply.Lost.of(DnsFailure.SERVFAIL, "", SERVER).life())
        .isEqualTo(Duration.ofMinutes(1));
  }

  /** A name that refers to the question, type, class, TTL, length and address. */
  @Test
  void weighsWhatItsOctetsDo() {
    Reply none = answer();
    Reply one = answer("a.test. 0 IN A 192.0.2.1");

    assertThat(one.weight() - none.weight()).isEqualTo(2 + 2 + 2 + 4 + 2 + 4);
  }

  private static Reply answer(String... records) {
    return reply(Section.ANSWER, records);
  }

  private static Reply denial(String soa) {
    return reply(Section.AUTHORITY, soa);
  }

  private static Reply reply(int section, String... records) {
    Message message =
        Message.newQuery(Record.newRecord(Name.fromConstantString("a.test."), Type.A, DClass.IN));
    for (String text : records) {
      message.addRecord(record(text), section);
    }
    return Reply.of(message.toWire(), SERVER);
  }

  private static Record record(String text) {
    try (Master master =
        new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))) {
      return master.nextRecord();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
