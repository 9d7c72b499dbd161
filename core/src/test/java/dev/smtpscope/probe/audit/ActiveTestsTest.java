package dev.smtpscope.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Extensions;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each weakness, in a server that has it and in one that has not. */
class ActiveTestsTest {
  private static final int RSA_SUITE = 0x002F;
  private static final int BAD_RECORD_MAC = 20;
  private static final int UNEXPECTED_MESSAGE = 10;
  private static final int HANDSHAKE_FAILURE = 40;

  private final Offers offers = new Offers(Optional.of("mail.example.org"));
  private final Chain chain = TestCa.at(Instant.now()).chain("mail.example.org");

  @ParameterizedTest
  @CsvSource({"HEARTBEAT, YES", "ALERT, NO", "NONE, NO"})
  void heartbleed(String answer, Support expected) throws Exception {
    Extension heartbeat = new Extension(Extensions.HEARTBEAT, Bytes.of(new byte[] {1}));
    Findings known = RawServer.speaking(RSA_SUITE);
    known.feature(Feature.HEARTBEAT, Trait.yes("the server answered the extension"));
    RawServer.Manner manner =
        socket -> {
          open(socket, heartbeat);
          RawServer.record(socket.getInputStream());
          switch (answer) {
            case "HEARTBEAT" ->
                socket
                    .getOutputStream()
                    .write(Records.encode(Records.HEARTBEAT, 0x0303, new byte[35]));
            case "ALERT" -> RawServer.alert(socket.getOutputStream(), UNEXPECTED_MESSAGE);
            default -> socket.getInputStream().read();
          }
        };

    assertThat(attempt(manner, new Heartbleed(offers), known)).isEqualTo(expected);
  }

  @Test
  void heartbleedIsNotTriedWithoutHeartbeats() {
    assertThat(new Heartbleed(offers).needless(RawServer.speaking(RSA_SUITE))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"20, YES", "21, YES", "10, NO"})
  void changeCipherSpecTakenEarly(int alert, Support expected) throws Exception {
    RawServer.Manner manner =
        socket -> {
          open(socket);
          RawServer.record(socket.getInputStream());
          RawServer.record(socket.getInputStream());
          RawServer.alert(socket.getOutputStream(), alert);
        };

    assertThat(attempt(manner, new CcsInjection(offers), RawServer.speaking(RSA_SUITE)))
        .isEqualTo(expected);
  }

  @Test
  void changeCipherSpecRefusedAtOnce() throws Exception {
    RawServer.Manner manner =
        socket -> {
          open(socket);
          RawServer.record(socket.getInputStream());
          RawServer.alert(socket.getOutputStream(), UNEXPECTED_MESSAGE);
        };

    assertThat(attempt(manner, new CcsInjection(offers), RawServer.speaking(RSA_SUITE)))
        .isEqualTo(Support.NO);
  }

  @Test
  void oracleThatTellsWrongPaddingFromRight() throws Exception {
    RawServer.Manner oracle = robot((type, random) -> type ? BAD_RECORD_MAC : HANDSHAKE_FAILURE);
    assertThat(attempt(oracle, new Robot(offers), RawServer.speaking(RSA_SUITE)))
        .isEqualTo(Support.YES);
  }

  @Test
  void sameAnswerToAllPaddings() throws Exception {
    RawServer.Manner sound = robot((type, random) -> BAD_RECORD_MAC);
    assertThat(attempt(sound, new Robot(offers), RawServer.speaking(RSA_SUITE)))
        .isEqualTo(Support.NO);
  }

  @Test
  void answersByChanceAreNoOracle() throws Exception {
    Random chance = new Random(5);
    RawServer.Manner moody = robot((type, random) -> 20 + chance.nextInt(100));
    assertThat(attempt(moody, new Robot(offers), RawServer.speaking(RSA_SUITE)))
        .isEqualTo(Support.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"true, YES", "false, NO"})
  void commandSmuggledIntoTls(boolean vulnerable, Support expected) throws Exception {
    Trait trait = smuggled(vulnerable, false, new SmuggledCommand("", "\r\nNOOP", offers));
    assertThat(trait.support()).isEqualTo(expected);
  }

  @Test
  void repliesThatComeUnaskedAnywayProveNothing() throws Exception {
    Trait trait = smuggled(true, true, new SmuggledCommand("", "\r\nNOOP", offers));
    assertThat(trait.support()).isEqualTo(Support.UNKNOWN);
  }

  private Trait smuggled(boolean vulnerable, boolean chatty, SmuggledCommand test)
      throws Exception {
    try (RawServer server =
        new RawServer(socket -> new MailServer(socket, chain).serve(vulnerable, chatty))) {
      return test.attempt(server.asker(TlsMode.STARTTLS), new Findings());
    }
  }

  /** Which alert follows a premaster secret, from whether its padding was right. */
  private interface Answer {
    int alert(boolean right, int size);
  }

  private RawServer.Manner robot(Answer answer) {
    return socket -> {
      open(socket);
      byte[] message = RawServer.record(socket.getInputStream());
      RawServer.record(socket.getInputStream());
      RawServer.record(socket.getInputStream());
      boolean right = isRight(message);
      RawServer.alert(socket.getOutputStream(), answer.alert(right, message.length));
    };
  }

  private boolean isRight(byte[] message) {
    RSAPrivateKey key = (RSAPrivateKey) chain.key();
    byte[] encrypted = java.util.Arrays.copyOfRange(message, 6, message.length);
    BigInteger plain =
        new BigInteger(1, encrypted).modPow(key.getPrivateExponent(), key.getModulus());
    int bits = key.getModulus().bitLength();
    return plain.shiftRight(bits - 16).intValue() == 2;
  }

  private void open(Socket socket, Extension... extensions)
      throws IOException, CertificateEncodingException {
    RawServer.record(socket.getInputStream());
    socket
        .getOutputStream()
        .write(RawServer.flight(RSA_SUITE, chain.leaf().getEncoded(), extensions));
    socket.getOutputStream().flush();
  }

  private Support attempt(RawServer.Manner manner, ActiveQuestion.Attempt test, Findings known)
      throws Exception {
    try (RawServer server = new RawServer(manner)) {
      return test.attempt(server.asker(TlsMode.IMPLICIT), known).support();
    }
  }
}
