package dev.smtpscope.probe.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.HostName;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedHttpsServer;
import dev.smtpscope.testkit.ScriptedHttpsServer.Responder;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyProbeTest {
  private static final HostName HOST = new HostName("mta-sts.example.org");
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private final Chain chain = TestCa.at(Instant.now()).chain(HOST.ascii());

  private static final String POLICY = "version: STSv1\r\nmode: enforce\nmx: mx.example.org\r\n";

  @Test
  void asksForThePolicyAndKeepsItsLines() throws IOException {
    try (ScriptedHttpsServer server = server(ScriptedHttpsServer.text(POLICY))) {
      PolicyFetch.Answered answered = answered(fetch(server, PATIENT));
      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.contentType()).isEqualTo("text/plain");
      assertThat(answered.lines())
          .containsExactly("version: STSv1", "mode: enforce", "mx: mx.example.org");
      assertThat(answered.truncated()).isFalse();
      assertThat(answered.tlsSession().certificates()).hasSize(chain.certificates().size());
      assertThat(answered.tlsSession().sni()).contains("mta-sts.example.org");
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: mta-sts.example.org\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\n\r\nversion: STSv1\nmode: none\n",
        "HTTP/1.0 200 \r\nX: y\n\nversion: STSv1\nmode: none\n",
        "HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nversion:"
            + "\r\n13;x=y\r\n STSv1\nmode: none\n\r\n0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 26"
            + "\r\n\r\nversion: STSv1\nmode: none\nand what comes after it",
      })
  void readsABodyHoweverItIsSent(String answer) throws IOException {
    try (ScriptedHttpsServer server = server(ScriptedHttpsServer.raw(answer))) {
      assertThat(answered(fetch(server, PATIENT)).lines())
          .startsWith("version: STSv1", "mode: none");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 404, 500, 204})
  void followsNoRedirectAndTakesNoBodyOfAnotherStatus(int status) throws IOException {
    String answer =
        "HTTP/1.1 " + status + " x\r\nLocation: https://192.0.2.1/\r\n\r\nversion: STSv1\n";
    try (ScriptedHttpsServer server = server(ScriptedHttpsServer.raw(answer))) {
      PolicyFetch.Answered answered = answered(fetch(server, PATIENT));
      assertThat(answered.status()).isEqualTo(status);
      assertThat(answered.lines()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "220 mail.example.org ESMTP\r\n",
        "HTTP/1.1 999 what\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ntoo short",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
      })
  void saysWhatIsNoAnswer(String answer) throws IOException {
    try (ScriptedHttpsServer server = server(ScriptedHttpsServer.raw(answer))) {
      assertThat(fetch(server, PATIENT))
          .isInstanceOfSatisfying(
              PolicyFetch.NoAnswer.class, none -> assertThat(none.detail()).isNotBlank());
    }
  }

  @Test
  void boundsWhatItReads() throws IOException {
    Responder endless =
        out -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[4096]);
          }
        };
    try (ScriptedHttpsServer server = server(endless)) {
      assertThat(answered(fetch(server, PATIENT)).truncated()).isTrue();
    }
    try (ScriptedHttpsServer server =
        server(ScriptedHttpsServer.raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)))) {
      assertThat(fetch(server, PATIENT)).isInstanceOf(PolicyFetch.NoAnswer.class);
    }
    try (ScriptedHttpsServer server =
        server(ScriptedHttpsServer.raw("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(5000)))) {
      assertThat(fetch(server, PATIENT)).isInstanceOf(PolicyFetch.NoAnswer.class);
    }
  }

  @Test
  void waitsNoLongerThanItMayHoweverSlowlyTheAnswerDrips() throws IOException {
    Responder dripping =
        out -> {
          for (int i = 0; i < 1000; i++) {
            out.write("HTTP/1.1 200 OK\r\n".charAt(i % 17));
            out.flush();
            Thread.sleep(50);
          }
        };
    try (ScriptedHttpsServer server = server(dripping)) {
      assertThat(fetch(server, Duration.ofMillis(900)))
          .isInstanceOfSatisfying(
              PolicyFetch.NoAnswer.class,
              none -> assertThat(none.detail()).startsWith("no whole answer in"));
    }
  }

  @Test
  void controlBytesComeOutVisible() throws IOException {
    try (ScriptedHttpsServer server =
        server(ScriptedHttpsServer.raw("HTTP/1.1 200 OK\r\n\r\nmode: \u001b[31m\rnone"))) {
      assertThat(answered(fetch(server, PATIENT)).lines())
          .containsExactly("mode: \\x1B[31m\\x0Dnone");
    }
  }

  @Test
  void triesTheNextAddressWhereOneIsDeaf() throws IOException {
    InetAddress deaf = Loopback.address();
    try (ScriptedHttpsServer server = server(ScriptedHttpsServer.text(POLICY))) {
      PolicyFetch fetch =
          probe(server.port())
              .fetch(
                  HOST,
                  new Lookup.Found(List.of(deaf, server.address()), Duration.ZERO),
                  Deadline.after(PATIENT));
      assertThat(answered(fetch).address()).isEqualTo(server.address());
    }
  }

  @Test
  void tellsHowFarItCame() throws IOException {
    InetSocketAddress refusing = Loopback.refusing();
    assertThat(
            probe(refusing.getPort())
                .fetch(
                    HOST,
                    new Lookup.Found(List.of(refusing.getAddress()), Duration.ZERO),
                    Deadline.after(PATIENT)))
        .isInstanceOfSatisfying(
            PolicyFetch.NotConnected.class,
            none -> assertThat(none.dial()).isInstanceOf(DialOutcome.Refused.class));
    Lookup missing = new Lookup.NotFound("no address", Duration.ZERO);
    assertThat(probe(443).fetch(HOST, missing, Deadline.after(PATIENT)))
        .isEqualTo(new PolicyFetch.NoAddress(missing));
  }

  @Test
  void dialsOnlyWhereItMay() throws IOException {
    AddressPolicy none = address -> Optional.of("not here");
    PolicyProbe probe = new PolicyProbe(new Dialer(Optional.empty(), none), 443);
    InetAddress address = Loopback.address();
    assertThat(
            probe.fetch(
                HOST, new Lookup.Found(List.of(address), Duration.ZERO), Deadline.after(PATIENT)))
        .isInstanceOfSatisfying(
            PolicyFetch.NotConnected.class,
            refused ->
                assertThat(refused.dial()).isEqualTo(new DialOutcome.NotAttempted("not here")));
  }

  @Test
  void noAnswerBreaksIt() throws IOException {
    Random random = new Random(8461);
    String sound =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain"
            + "\r\n\r\n10\r\nversion: STSv1\r\n\r\n0\r\n\r\n";
    AtomicReference<Responder> answer = new AtomicReference<>(ScriptedHttpsServer.raw(""));
    Responder responder = out -> Objects.requireNonNull(answer.get()).respond(out);
    try (ScriptedHttpsServer server = server(responder)) {
      for (int i = 0; i < 100; i++) {
        StringBuilder mutated = new StringBuilder(sound);
        for (int k = random.nextInt(4); k >= 0; k--) {
          mutated.setCharAt(random.nextInt(mutated.length()), (char) random.nextInt(128));
        }
        answer.set(ScriptedHttpsServer.raw(mutated.toString()));
        assertThat(fetch(server, PATIENT))
            .isInstanceOfAny(PolicyFetch.Answered.class, PolicyFetch.NoAnswer.class);
      }
    }
  }

  private ScriptedHttpsServer server(Responder responder) throws IOException {
    return ScriptedHttpsServer.start(Loopback.address(), 0, chain, responder);
  }

  private static PolicyFetch fetch(ScriptedHttpsServer server, Duration limit) {
    return probe(server.port())
        .fetch(
            HOST,
            new Lookup.Found(List.of(server.address()), Duration.ZERO),
            Deadline.after(limit));
  }

  private static PolicyProbe probe(int port) {
    return new PolicyProbe(new Dialer(Optional.empty(), AddressPolicy.ANY), port);
  }

  private static PolicyFetch.Answered answered(PolicyFetch fetch) {
    assertThat(fetch).isInstanceOf(PolicyFetch.Answered.class);
    return (PolicyFetch.Answered) fetch;
  }
}
