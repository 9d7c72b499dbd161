package dev.smtpscope.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A plain client: says what it is told and hands over what it reads, octet by octet. */
final class Client implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private Socket socket;
  private boolean secure;

  private Client(Socket socket) {
    this.socket = socket;
  }

  static Client of(ScriptedSmtpServer server) throws IOException {
    return of(server.endpoint());
  }

  static Client of(InetSocketAddress endpoint) throws IOException {
    Socket socket = new Socket();
    socket.connect(endpoint, PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return new Client(socket);
  }

  void patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  Client say(String line) throws IOException {
    return send(line + "\r\n");
  }

  Client send(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
    return this;
  }

  /** One reply, CRLF and all; what there is when the server closes. */
  String reply() throws IOException {
    StringBuilder reply = new StringBuilder();
    String line;
    do {
      line = line();
      reply.append(line);
    } while (line.matches("(?s)\\d{3}-.*"));
    return reply.toString();
  }

  /** One line with its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream in = socket.getInputStream();
    for (int octet; (octet = in.read()) >= 0; ) {
      line.append((char) octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toString();
  }

  String exchange(String line) throws IOException {
    say(line);
    return reply();
  }

  String octets(int count) throws IOException {
    return new String(socket.getInputStream().readNBytes(count), ISO_8859_1);
  }

  /** All that comes until the server closes. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
  }

  Client startTls(SSLContext context, String name) throws IOException {
    SSLSocket layered =
        (SSLSocket) context.getSocketFactory().createSocket(socket, name, socket.getPort(), true);
    SSLParameters parameters = layered.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(name)));
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    layered.setSSLParameters(parameters);
    layered.startHandshake();
    socket = layered;
    secure = true;
    return this;
  }

  SSLSocket tls() {
    if (!secure) {
      throw new IllegalStateException("no TLS yet");
    }
    return (SSLSocket) socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
