package dev.smtpscope.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.fixture.Audited;
import dev.smtpscope.fixture.Certificates;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.fixture.Session;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judge;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.Verdicts;
import dev.smtpscope.judge.audit.Attack;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.TestCa;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a server sends to the finding, and that its healthy twin gives none. */
class WeaknessesTest {
  private static final int SUITE = 0xC02F;
  private static final int TLS_AES_128_GCM_SHA256 = 0x1301;
  private static final int ID_LENGTH_AT = 38;
  private static final byte OUR_ID = 0x53;

  private final Offers offers = new Offers(Optional.of("mail.example.org"));
  private final Chain chain = TestCa.at(Instant.now()).chain("mail.example.org");

  @Test
  void memoryBehindShortSessionId() throws Exception {
    byte[] echo = new byte[32];
    Arrays.fill(echo, (byte) 0x6D);
    echo[0] = OUR_ID;

    Trait trait = ticketbleed(echo, new byte[0]);

    assertThat(trait.support()).isEqualTo(Support.YES);
    assertThat(findings(ActiveTest.TICKETBLEED, trait)).containsExactly("tls-ticketbleed ERROR");
  }

  @Test
  void shortSessionIdEchoedAsItIs() throws Exception {
    Trait trait = ticketbleed(new byte[] {OUR_ID}, new byte[0]);

    assertThat(trait.support()).isEqualTo(Support.NO);
    assertThat(findings(ActiveTest.TICKETBLEED, trait)).isEmpty();
  }

  /** The first octet of a new session's ID may be ours by chance. */
  @Test
  void newSessionInPlaceOfOldOne() throws Exception {
    byte[] id = new byte[32];
    id[0] = OUR_ID;

    Trait trait = ticketbleed(id, chain.leaf().getEncoded());

    assertThat(trait.support()).isEqualTo(Support.NO);
  }

  @ParameterizedTest
  @CsvSource({"true, false, YES", "false, false, NO", "true, true, UNKNOWN"})
  void replyKeptUntilTls(boolean keeps, boolean chatty, Support expected) throws Exception {
    RawServer.Manner manner = socket -> new MailServer(socket, chain).serve(keeps, chatty);
    SmuggledCommand test = new SmuggledCommand("NOOP\r\n", "", offers);

    Trait trait = attempt(manner, test, TlsMode.STARTTLS, new Findings());

    assertThat(trait.support()).isEqualTo(expected);
    assertThat(findings(ActiveTest.RESPONSE_BUFFERING, trait))
        .isEqualTo(
            expected == Support.YES
                ? List.of("starttls-response-buffering WARNING")
                : List.<String>of());
  }

  @ParameterizedTest
  @CsvSource({"1200, YES", "16384, NO", "100, UNKNOWN"})
  void helloLongerThanPacket(int longest, Support expected) throws Exception {
    RawServer.Manner manner =
        socket -> {
          byte[] hello = RawServer.record(socket.getInputStream());
          if (hello.length <= longest) {
            socket.getOutputStream().write(tls13(hello));
          }
        };
    Findings known = new Findings();
    known.accepted(TlsVersion.TLS_1_3, TLS_AES_128_GCM_SHA256);

    Trait trait = attempt(manner, new LargeKeyShare(offers), TlsMode.IMPLICIT, known);

    assertThat(trait.support()).isEqualTo(expected);
    assertThat(findings(ActiveTest.LARGE_KEY_SHARE, trait))
        .isEqualTo(
            expected == Support.YES ? List.of("tls-large-key-share WARNING") : List.<String>of());
  }

  @Test
  void serverOfSslv2() throws Exception {
    Findings known =
        asked(socket -> {
          byte[] header = socket.getInputStream().readNBytes(2);
          socket.getInputStream().readNBytes((header[0] & 0x7F) << 8 | (header[1] & 0xFF));
          socket.getOutputStream().write(sslv2(0x010080, 0x020080));
        });

    assertThat(known.version(TlsVersion.SSL_2).isYes()).isTrue();
    assertThat(known.accepted(TlsVersion.SSL_2)).containsExactly(0x010080, 0x020080);
    assertThat(known.refused(TlsVersion.SSL_2)).hasSize(6);
    Audited audited = Audited.good().speaks(TlsVersion.SSL_2, known.version(TlsVersion.SSL_2));
    List<Finding> findings = found(audited);
    assertThat(findings).map(WeaknessesTest::inShort).containsExactly("tls-ssl-accepted ERROR");
    assertThat(findings.getFirst().why()).contains("DROWN");
    assertThat(findings.getFirst().evidence().toString())
        .contains("SSL_CK_RC4_128_WITH_MD5", "SSL_CK_RC4_128_EXPORT40_WITH_MD5");
    assertThat(drown(audited).isYes()).isTrue();
  }

  @Test
  void serverThatTakesSslv2ForBrokenTls() throws Exception {
    Findings known = asked(socket -> RawServer.alert(socket.getOutputStream(), 70));

    assertThat(known.version(TlsVersion.SSL_2).isNo()).isTrue();
    Audited audited = Audited.good().speaks(TlsVersion.SSL_2, known.version(TlsVersion.SSL_2));
    assertThat(found(audited)).isEmpty();
    assertThat(drown(audited).isNo()).isTrue();
  }

  private static Trait drown(Audited audited) {
    return Attack.DROWN.against(new Offering(audited.facts(), Optional.empty()));
  }

  private static Findings asked(RawServer.Manner manner) throws Exception {
    Findings known = new Findings();
    try (RawServer server = new RawServer(manner)) {
      new Ssl2Question().ask(server.asker(TlsMode.IMPLICIT), known);
    }
    return known;
  }

  /** SERVER-HELLO of SSLv2: no session, a certificate of one octet, an ID of sixteen. */
  private static byte[] sslv2(int... kinds) {
    int length = 11 + 1 + 3 * kinds.length + 16;
    ByteBuffer hello = ByteBuffer.allocate(2 + length);
    hello.putShort((short) (0x8000 | length)).put(new byte[] {4, 0, 1}).putShort((short) 2);
    hello.putShort((short) 1).putShort((short) (3 * kinds.length)).putShort((short) 16);
    hello.put((byte) 0x30);
    for (int kind : kinds) {
      hello.put((byte) (kind >> 16)).putShort((short) kind);
    }
    return hello.put(new byte[16]).array();
  }

  /** A ServerHello of TLS 1.3 with a share of x25519. */
  private static byte[] tls13(byte[] hello) {
    byte[] id = Arrays.copyOfRange(hello, ID_LENGTH_AT + 1, ID_LENGTH_AT + 1 + hello[ID_LENGTH_AT]);
    byte[] share = new byte[36];
    System.arraycopy(new byte[] {0, 0x1D, 0, 32}, 0, share, 0, 4);
    return RawServer.hello(
        id,
        TLS_AES_128_GCM_SHA256,
        new Extension(Extensions.SUPPORTED_VERSIONS, Bytes.of(new byte[] {3, 4})),
        new Extension(Extensions.KEY_SHARE, Bytes.of(share)));
  }

  /** A server that gives tickets, and answers one that comes with a short session ID. */
  private Trait ticketbleed(byte[] sessionId, byte[] certificate) throws Exception {
    RawServer.Manner manner =
        socket -> {
          byte[] hello = RawServer.record(socket.getInputStream());
          if (hello[ID_LENGTH_AT] == 1) {
            assertThat(hello[ID_LENGTH_AT + 1]).isEqualTo(OUR_ID);
            socket
                .getOutputStream()
                .write(
                    certificate.length > 0
                        ? RawServer.flight(sessionId, SUITE, certificate)
                        : resumed(sessionId));
          } else {
            session(socket, Records.encode(Records.HANDSHAKE, 0x0301, hello));
          }
        };
    return attempt(manner, new Ticketbleed(offers), TlsMode.IMPLICIT, RawServer.speaking(SUITE));
  }

  private static byte[] resumed(byte[] sessionId) {
    byte[] hello = RawServer.hello(sessionId, SUITE);
    byte[] change = Records.encode(Records.CHANGE_CIPHER_SPEC, 0x0303, new byte[] {1});
    byte[] finished = Records.encode(Records.HANDSHAKE, 0x0303, new byte[40]);
    return ByteBuffer.allocate(hello.length + change.length + finished.length)
        .put(hello)
        .put(change)
        .put(finished)
        .array();
  }

  private void session(Socket socket, byte[] read) throws IOException {
    InputStream before = new ByteArrayInputStream(read);
    try (SSLSocket tls =
        (SSLSocket) chain.sslContext().getSocketFactory().createSocket(socket, before, true)) {
      tls.setEnabledProtocols(new String[] {"TLSv1.2"});
      tls.startHandshake();
      tls.getOutputStream().write("220 x\r\n".getBytes(StandardCharsets.US_ASCII));
      tls.getInputStream().read(new byte[64]);
      tls.getOutputStream().write("221 x\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Trait attempt(
      RawServer.Manner manner, ActiveQuestion.Attempt test, TlsMode tls, Findings known)
      throws Exception {
    assertThat(test.needless(known)).isEmpty();
    try (RawServer server = new RawServer(manner)) {
      return test.attempt(server.asker(tls), known);
    }
  }

  private static List<String> findings(ActiveTest test, Trait trait) {
    return found(Audited.good().shows(test, trait)).stream().map(WeaknessesTest::inShort).toList();
  }

  private static String inShort(Finding finding) {
    Severity severity = finding.severity();
    return finding.id() + " " + severity;
  }

  private static List<Finding> found(Audited audited) {
    Scene scene =
        Scene.on(25)
            .tls(new TlsOutcome.Established(Session.good().session()))
            .audited(audited.facts());
    Ruleset rules = Ruleset.standard(Certificates.ANCHORS);
    return new Verdicts(List.of(), new Judge(rules).judge(Scenes.facts(scene)).results())
        .findings().stream()
            .filter(f -> f.id().startsWith("tls-") || f.id().startsWith("starttls-"))
            .toList();
  }
}
