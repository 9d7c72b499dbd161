package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A server of MTA-STS policies, well-behaved or not: reads one request inside TLS, has it answered,
 * and closes.
 *
 * <pre>{@code
 * ScriptedHttpsServer.start(address, 443, ca.chain("mta-sts.example.org"), ScriptedHttpsServer.text(policy));
 * }</pre>
 */
public final class ScriptedHttpsServer implements AutoCloseable {
  private final ServerSocket socket;
  private final SSLContext context;
  private final Responder responder;
  private final ConnectionThreads threads = new ConnectionThreads();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private ScriptedHttpsServer(ServerSocket socket, SSLContext context, Responder responder) {
    this.socket = socket;
    this.context = context;
    this.responder = responder;
  }

  /** What is sent after the request. */
  @FunctionalInterface
  public interface Responder {
    /** Sends the answer, whole or not; the connection is closed when this returns. */
    void respond(OutputStream out) throws IOException, InterruptedException;
  }

  /** Starts one; port 0 is any free one. */
  public static ScriptedHttpsServer start(
      InetAddress address, int port, Chain chain, Responder responder) throws IOException {
    ScriptedHttpsServer server =
        new ScriptedHttpsServer(new ServerSocket(port, 50, address), chain.sslContext(), responder);
    server.threads.start(server::accept);
    return server;
  }

  /** Status 200 with a text. */
  public static Responder text(String body) {
    return raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  /** These characters, and no more. */
  public static Responder raw(String answer) {
    return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  public InetAddress address() {
    return socket.getInetAddress();
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The requests so far, each with all its lines. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.serve(connection, () -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(connection, connection.getInetAddress().getHostAddress(), 0, true)) {
      tls.setUseClientMode(false);
      requests.add(request(tls));
      responder.respond(tls.getOutputStream());
    } catch (IOException e) {
      // the client left, as some tests have it do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String request(SSLSocket tls) throws IOException {
    StringBuilder request = new StringBuilder();
    while (!request.toString().endsWith("\r\n\r\n")) {
      int octet = tls.getInputStream().read();
      if (octet < 0) {
        throw new IOException("the request ended too soon");
      }
      request.append((char) octet);
    }
    return request.toString();
  }
}
