package dev.smtpscope.probe.hello;

import static dev.smtpscope.probe.hello.Flight.done;
import static dev.smtpscope.probe.hello.Flight.handshake;
import static dev.smtpscope.probe.hello.Flight.hello;
import static dev.smtpscope.probe.hello.Flight.join;
import static dev.smtpscope.probe.hello.Flight.message;
import static dev.smtpscope.probe.hello.Flight.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.probe.hello.HelloOutcome.Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Alert;
import dev.smtpscope.probe.hello.HelloOutcome.Closed;
import dev.smtpscope.probe.hello.HelloOutcome.Excessive;
import dev.smtpscope.probe.hello.HelloOutcome.Malformed;
import dev.smtpscope.probe.hello.HelloOutcome.NotTls;
import dev.smtpscope.probe.hello.HelloOutcome.Silent;
import dev.smtpscope.probe.hello.HelloOutcome.Ssl2Accepted;
import dev.smtpscope.probe.hello.HelloOutcome.Ssl2Refused;
import dev.smtpscope.probe.hello.KeyExchange.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What openssl and the Bouncy Castle no longer send, and what nobody should. */
class FlightDecoderTest {
  private static final int RSA_EXPORT = 0x0003;
  private static final int DH_ANON = 0x0034;
  private static final int ECDHE_RSA = 0xC013;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final String SIGNED = "0003" + "aabbcc";

  @Test
  void ssl3WithExportRsa() {
    byte[] key =
        message(
            12,
            w ->
                w.vector(2, v -> v.bytes(prime(512)))
                    .vector(2, v -> v.number(3, 65_537))
                    .bytes(hex(SIGNED)));
    ServerFlight flight =
        accepted(handshake(hello(0x0300, RSA_EXPORT), message(11, "000000"), key, done()));

    assertThat(flight.version()).isEqualTo(0x0300);
    assertThat(flight.suite()).isEqualTo(RSA_EXPORT);
    assertThat(flight.hello().extensions()).isEmpty();
    assertThat(flight.keyExchange())
        .contains(new KeyExchange.ExportRsa(512, new Signature.Fixed()));
    assertThat(flight.done()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0x0301, 0x0014", "0x0302, 0x0033", "0x0303, 0x0033"})
  void finiteField(int version, int suite) {
    String scheme = version == 0x0303 ? "0601" : "";
    byte[] exchange =
        message(
            SERVER_KEY_EXCHANGE, "0002" + "00fb" + "0001" + "02" + "0001" + "07" + scheme + SIGNED);
    ServerFlight flight = accepted(handshake(hello(version, suite), exchange, done()));

    assertThat(flight.keyExchange())
        .contains(
            new KeyExchange.Dh(
                octets("00fb"),
                octets("02"),
                octets("07"),
                version == 0x0303 ? new Signature.Scheme(0x0601) : new Signature.Fixed()));
  }

  @Test
  void anonymousIsUnsigned() {
    byte[] exchange = message(SERVER_KEY_EXCHANGE, "0001fb" + "000102" + "000107");
    ServerFlight flight = accepted(handshake(hello(0x0303, DH_ANON), exchange, done()));

    assertThat(flight.certificates()).isEmpty();
    assertThat(flight.keyExchange().orElseThrow().signature()).isEqualTo(new Signature.None());
  }

  @ParameterizedTest
  @CsvSource({"01, true", "02, false"})
  void curveSpeltOut(String form, boolean prime) {
    byte[] exchange = message(SERVER_KEY_EXCHANGE, form + "0102030405");
    ServerFlight flight = accepted(handshake(hello(0x0301, ECDHE_RSA), exchange, done()));

    assertThat(flight.keyExchange()).contains(new KeyExchange.ExplicitCurve(prime));
  }

  /** With a hint before it (RFC 4279 section 3, RFC 5489 section 2). */
  @Test
  void preSharedKeysWithCurve() {
    byte[] exchange = message(SERVER_KEY_EXCHANGE, "000161" + "03001d" + "0104");
    ServerFlight flight = accepted(handshake(hello(0x0303, 0xC035), exchange, done()));

    assertThat(flight.keyExchange())
        .contains(new KeyExchange.Ecdh(0x001D, octets("04"), new Signature.None()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x008C, 0xC01D, 0xFEFE})
  void exchangesThatAreNotRead(int suite) {
    byte[] exchange = message(SERVER_KEY_EXCHANGE, "0001ff");
    ServerFlight flight = accepted(handshake(hello(0x0303, suite), exchange, done()));

    assertThat(flight.keyExchange()).contains(new KeyExchange.Other());
  }

  @Test
  void staplesOfOtherKindsAreNone() {
    ServerFlight flight =
        accepted(handshake(hello(0x0303, ECDHE_RSA), message(22, "02000003aabbcc"), done()));

    assertThat(flight.staple()).isEmpty();
  }

  @Test
  void requestForCertificates() {
    byte[] old = message(13, "020102" + "0006" + "0004" + "30023000");
    byte[] recent = message(13, "0101" + "0004" + "04010804" + "0006" + "000100" + "000100");

    assertThat(accepted(handshake(hello(0x0302, ECDHE_RSA), old, done())).certificateRequest())
        .contains(new CertificateRequest(List.of(1, 2), List.of(), 1));
    assertThat(accepted(handshake(hello(0x0303, ECDHE_RSA), recent, done())).certificateRequest())
        .contains(new CertificateRequest(List.of(1), List.of(0x0401, 0x0804), 2));
  }

  /** RFC 8446 section 4.1.3 has the random of a retry. */
  @Test
  void retryRequest() {
    Bytes random = octets("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
    ServerFlight flight =
        accepted(
            handshake(
                hello(
                    0x0303,
                    0x1301,
                    random,
                    new Extension(43, octets("0304")),
                    new Extension(51, octets("11ec")),
                    new Extension(44, octets("0001ff")))));

    assertThat(flight.hello().retry()).isTrue();
    assertThat(flight.version()).isEqualTo(0x0304);
    assertThat(flight.hello().group()).isEqualTo(OptionalInt.of(0x11EC));
    assertThat(flight.extension(Extensions.COOKIE)).contains(octets("0001ff"));
    assertThat(flight.done()).isTrue();
  }

  /** An abbreviated handshake has neither certificate nor end in the clear. */
  @Test
  void resumption() {
    ServerFlight flight = accepted(join(handshake(hello(0x0303, ECDHE_RSA)), record(20, "01")));

    assertThat(flight.done()).isTrue();
    assertThat(flight.certificates()).isEmpty();
  }

  @Test
  void messagesOverRecordsAndRecordsOfMessages() {
    byte[] messages = join(hello(0x0303, ECDHE_RSA), message(11, "000000"), done());
    byte[] whole = Records.encode(22, 0x0303, messages);
    byte[] cut = Records.encode(22, 0x0303, messages, 3);

    assertThat(outcome(cut)).isEqualTo(outcome(whole)).isInstanceOf(Accepted.class);
    assertThat(outcome(join(hex("1603030000"), whole))).isEqualTo(outcome(whole));
    assertThat(outcome(join(handshake(message(0, "")), whole))).isEqualTo(outcome(whole));
  }

  @ParameterizedTest
  @CsvSource({"0228, 2, 40", "0246, 2, 70", "0100, 1, 0"})
  void refusals(String hex, int level, int code) {
    assertThat(outcome(record(21, hex))).isEqualTo(new Alert(level, code));
  }

  /** Seen of old servers in answer to SSLv2. */
  @Test
  void refusalWithoutVersion() {
    assertThat(outcome(hex("15000000020246"))).isEqualTo(new Alert(2, 70));
  }

  @Test
  void warningsDoNotEndIt() {
    byte[] warning = record(21, "0170");
    byte[] flight = handshake(hello(0x0303, ECDHE_RSA), done());

    assertThat(outcome(join(warning, flight))).isEqualTo(outcome(flight));
    assertThat(outcome(warning)).isEqualTo(new Alert(1, 112));
  }

  @Test
  void refusalAfterTheHello() {
    FlightDecoder decoder = new FlightDecoder();
    decoder.add(handshake(hello(0x0303, ECDHE_RSA)));

    assertThat(decoder.add(record(21, "0250"))).contains(new Alert(2, 80));
    assertThat(decoder.flight().map(ServerFlight::suite)).contains(ECDHE_RSA);
  }

  @Test
  void endBeforeTheEnd() {
    byte[] begun = handshake(hello(0x0303, ECDHE_RSA));

    assertThat(outcome(new byte[0])).isEqualTo(new Closed());
    assertThat(new FlightDecoder().ended(new Silent())).isEqualTo(new Silent());
    assertThat(outcome(begun))
        .isInstanceOfSatisfying(Accepted.class, a -> assertThat(a.flight().done()).isFalse());
    assertThat(outcome(java.util.Arrays.copyOf(begun, 20))).isInstanceOf(Malformed.class);
    assertThat(outcome(java.util.Arrays.copyOf(begun, 1))).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "554 no\r\n", "<html>", "\n", "HTTP/1.1 400 Bad Request\r\n\r\n"})
  void otherProtocols(String text) {
    String line = text.lines().findFirst().orElse("");
    byte[] start = text.getBytes(StandardCharsets.ISO_8859_1);
    NotTls outcome = (NotTls) outcome(start);

    assertThat(new String(outcome.start().toArray(), StandardCharsets.ISO_8859_1).strip())
        .isEqualTo(line);
  }

  @Test
  void otherProtocolsWithoutLines() {
    assertThat(new FlightDecoder().add(new byte[1000]))
        .contains(new NotTls(Bytes.of(new byte[64])));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1603034801", // a record beyond the longest
        "160303000c" + "0b000008" + "0000050000021111", // a certificate before the hello
        "1603030004" + "02000000", // an empty hello
        "1503030001" + "02" // half an alert
      })
  void brokenProtocol(String hex) {
    assertThat(outcome(hex(hex))).isInstanceOf(Malformed.class);
  }

  /** Data and encryption cannot come first; later they break the protocol. */
  @ParameterizedTest
  @ValueSource(ints = {Records.APPLICATION_DATA, Records.HEARTBEAT})
  void recordsOutOfPlace(int type) {
    byte[] data = record(type, "00");

    assertThat(outcome(data)).isEqualTo(new NotTls(Bytes.of(data)));
    assertThat(outcome(join(handshake(hello(0x0303, ECDHE_RSA)), data)))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void brokenMessages() {
    byte[] begin = hello(0x0303, ECDHE_RSA);
    for (byte[] broken :
        List.of(
            begin,
            message(11, "000004" + "00000500"),
            message(11, "000000" + "00"),
            message(12, "03001d" + "05" + "aa"),
            message(12, "04"),
            message(13, "0101" + "0003" + "040108" + "0000"),
            message(22, "01" + "000003" + "aa"),
            message(1, ""),
            message(99, ""))) {
      FlightDecoder decoder = new FlightDecoder();
      assertThat(decoder.add(handshake(begin, broken)).orElseThrow())
          .isInstanceOfSatisfying(
              Malformed.class, m -> assertThat(m.why()).startsWith("handshake message"));
      assertThat(decoder.flight().map(ServerFlight::suite)).contains(ECDHE_RSA);
    }
  }

  /** Two octets do not tell yet whether they begin an answer of SSLv2. */
  @Test
  void nearlySsl2() {
    FlightDecoder decoder = new FlightDecoder();

    assertThat(decoder.add(hex("8000"))).isEmpty();
    decoder.add(hex("00"));
    assertThat(decoder.ended(new Closed())).isEqualTo(new NotTls(octets("800000")));
  }

  @Test
  void tooMuch() {
    byte[] announced = record(22, "0bffffff");
    byte[] warnings =
        join(java.util.Collections.nCopies(80_000, record(21, "0170")).toArray(byte[][]::new));

    assertThat(new FlightDecoder().add(announced)).contains(new Excessive());
    assertThat(new FlightDecoder().add(warnings)).contains(new Excessive());
  }

  /** Type 4, no session, X.509, version 2, lengths, certificate, kinds, connection. */
  @Test
  void ssl2() {
    byte[] answer =
        hex(
            "8016" + "04" + "00" + "01" + "0002" + "0003" + "0006" + "0002" + "3001ff" + "010080"
                + "0700c0" + "beef");

    assertThat(outcome(answer))
        .isEqualTo(new Ssl2Accepted(List.of(0x010080, 0x0700C0), octets("3001ff")));
    assertThat(outcome(hex("8003" + "00" + "0001"))).isEqualTo(new Ssl2Refused(1));
    answer[10]++;
    assertThat(outcome(answer)).isInstanceOf(Malformed.class);
  }

  private static ServerFlight accepted(byte[] bytes) {
    Optional<HelloOutcome> outcome = new FlightDecoder().add(bytes);
    assertThat(outcome).containsInstanceOf(Accepted.class);
    return ((Accepted) outcome.orElseThrow()).flight();
  }

  private static HelloOutcome outcome(byte[] bytes) {
    FlightDecoder decoder = new FlightDecoder();
    decoder.add(bytes);
    return decoder.ended(new Closed());
  }

  private static byte[] prime(int bits) {
    byte[] octets = new byte[bits / 8];
    octets[0] = (byte) 0x80;
    return octets;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static Bytes octets(String digits) {
    return Bytes.of(hex(digits));
  }
}
