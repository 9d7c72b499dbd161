package dev.smtpscope.web;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.AddressResolver;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import dev.smtpscope.web.http.HttpOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A service on loopback, asked octet by octet. */
public final class Service implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final WebServer server;

  public Service() {
    this(options -> options);
  }

  public Service(UnaryOperator<HttpOptions> change) {
    this(change, (name, limit) -> new Lookup.NotFound("no names here", Duration.ZERO));
  }

  public Service(UnaryOperator<HttpOptions> change, AddressResolver resolver) {
    HttpOptions usual = HttpOptions.on(InetAddress.ofLiteral("127.0.0.1"));
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    HttpOptions logged =
        new HttpOptions(
            usual.listen(),
            usual.isPublic(),
            usual.names(),
            usual.trustedProxies(),
            usual.basePath(),
            usual.token(),
            Optional.of(out));
    HttpOptions http = change.apply(logged);
    server = start(new WebOptions(0, http, checks(http.isPublic(), resolver), Optional.empty()));
  }

  private static CheckSettings checks(boolean isPublic, AddressResolver resolver) {
    return CheckSettings.of(
        isPublic ? Access.PUBLIC : Access.ALL,
        isPublic ? CheckLimits.PUBLIC : CheckLimits.PRIVATE,
        () -> NameService.addressesOnly(resolver),
        TrustAnchors.of("none", List.of()));
  }

  private static WebServer start(WebOptions options) {
    try {
      return WebServer.start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.address().getPort();
  }

  /** What was logged so far. */
  public String log() {
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The answer to a request with a Host header and those given, each a line. */
  public String ask(String request, String... headers) {
    String host = String.join("\n", headers).contains("Host:") ? "" : "Host: localhost\r\n";
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return send(request + " HTTP/1.1\r\n" + host + "Connection: close\r\n" + lines + "\r\n");
  }

  /** All that comes back when {@code octets} are sent, until the end of the connection. */
  public String send(String octets) {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  public Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  @Override
  public void close() {
    server.close();
  }
}
