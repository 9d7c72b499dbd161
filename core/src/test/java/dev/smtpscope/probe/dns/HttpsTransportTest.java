package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.testkit.dns.DnsAnswers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** DNS over HTTP; that TLS guards it is the JDK's business. */
class HttpsTransportTest {
  private static final byte[] QUERY =
      Query.here(Name.fromConstantString("example.test."), Type.MX).toWire(4711);

  @Test
  void theAnswerIsTheBody() throws IOException {
    byte[] answer = exchange(HttpsTransportTest::answer, Duration.ofSeconds(20));

    assertThat(new Message(answer).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void redirectsAndErrorsAreNotFollowed() {
    assertFails(http -> http.sendResponseHeaders(302, -1), "HTTP status 302");
    assertFails(http -> http.sendResponseHeaders(500, -1), "HTTP status 500");
    assertFails(http -> http.sendResponseHeaders(200, -1), "no content type instead of");
  }

  @Test
  void anAnswerToAnotherQuestionIsNone() {
    assertFails(
        http -> {
          http.getResponseHeaders().add("content-type", "application/dns-message");
          http.sendResponseHeaders(200, 12);
          http.getResponseBody().write(new byte[12]);
        },
        "belongs to another question");
  }

  @Test
  void silenceEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    assertThatThrownBy(() -> exchange(_ -> await(never), Duration.ofMillis(300)))
        .isInstanceOf(SocketTimeoutException.class);
    never.countDown();
  }

  private static void assertFails(HttpHandler handler, String message) {
    assertThatThrownBy(() -> exchange(handler, Duration.ofSeconds(20)))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(message);
  }

  private static void answer(HttpExchange http) throws IOException {
    Message query = new Message(http.getRequestBody().readAllBytes());
    byte[] answer =
        DnsAnswers.from("example.test. IN MX 10 mx.example.test.").answer(query, true).getFirst();
    http.getResponseHeaders().add("content-type", "application/dns-message");
    http.sendResponseHeaders(200, answer.length);
    http.getResponseBody().write(answer);
  }

  private static byte[] exchange(HttpHandler handler, Duration limit) throws IOException {
    var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(here, 0);
    try (var client = HttpClient.newHttpClient()) {
      server.setExecutor(Thread::startVirtualThread);
      server.createContext(
          "/dns-query",
          http -> {
            try (http) {
              handler.handle(http);
            }
          });
      server.start();
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/dns-query";
      return new HttpsTransport(new DnsServer.Https(url), client)
          .exchange(QUERY, Deadline.after(limit));
    } finally {
      server.stop(0);
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
