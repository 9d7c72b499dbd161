package dev.smtpscope.bulk.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policy hosts serve what a client that checks certificates and names takes, or break as meant. */
class PolicyServerTest {
  private final Internet internet = Internet.of(List.of("domains=20000", "pace=0"));
  private final Loop loop = new Loop();
  private final Credentials credentials = new Credentials(internet);
  private final PolicyServer server = new PolicyServer(loop, internet, credentials);

  PolicyServerTest() throws IOException, GeneralSecurityException {}

  @BeforeEach
  void start() {
    loop.start();
  }

  @AfterEach
  void stop() throws IOException {
    loop.close();
  }

  @Test
  void servesPoliciesOfEachMode() throws IOException {
    assertThat(fetch(PolicyManner.ENFORCE)).startsWith("HTTP/1.1 200 ").contains("mode: enforce");
    assertThat(fetch(PolicyManner.TESTING)).startsWith("HTTP/1.1 200 ").contains("mode: testing");
    assertThat(fetch(PolicyManner.NONE)).startsWith("HTTP/1.1 200 ").contains("mode: none");
  }

  @Test
  void listsTheExchangesOfItsDomain() throws IOException {
    String provider = internet.providerOf(domain(PolicyManner.ENFORCE)).name();
    assertThat(fetch(PolicyManner.ENFORCE)).contains("mx: *." + provider + "\r\n");
  }

  @Test
  void breaksAsMeant() throws IOException {
    assertThat(fetch(PolicyManner.MISSING)).startsWith("HTTP/1.1 404 ");
    assertThat(fetch(PolicyManner.GARBLED)).contains("<title>").doesNotContain("STSv1");
    assertThatThrownBy(() -> fetch(PolicyManner.MISNAMED)).isInstanceOf(SSLException.class);
    int refusing = domain(PolicyManner.REFUSING);
    assertThat(server.open(internet.policyHost(refusing), 0)).isEmpty();
  }

  private int domain(PolicyManner manner) {
    return IntStream.range(0, internet.domains())
        .filter(domain -> internet.policy(domain).equals(Optional.of(manner)))
        .findFirst()
        .orElseThrow();
  }

  private String fetch(PolicyManner manner) throws IOException {
    int domain = domain(manner);
    InetAddress address = internet.policyHost(domain);
    String host = "mta-sts." + Internet.domain(domain);
    int port = server.open(address, 0).orElseThrow();
    try (Socket tcp = new Socket(address, port);
        Socket tls = inTls(tcp, host, port)) {
      tls.setSoTimeout(10_000);
      String request = "GET /.well-known/mta-sts.txt HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
      tls.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(tls.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private Socket inTls(Socket tcp, String host, int port) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            credentials.ca().clientContext().getSocketFactory().createSocket(tcp, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }
}
