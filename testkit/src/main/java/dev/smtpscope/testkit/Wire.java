package dev.smtpscope.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;

/** One accepted connection: octets out in a shape, lines in, and the step up to TLS. */
final class Wire {
  private static final int MOST_LINE_OCTETS = 1 << 16;
  private static final int LINGER_MILLIS = 500;
  private static final int RECORD_HEADER = 5;

  private final TappedSocket socket;
  private final Recording recording;
  private final Contexts contexts;
  private InputStream in;
  private OutputStream out;
  private Socket top;
  private boolean secure;

  Wire(Socket raw, Recording recording, Contexts contexts) throws IOException {
    this.contexts = contexts;
    this.socket = new TappedSocket(raw, recording);
    this.recording = recording;
    this.top = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  boolean secure() {
    return secure;
  }

  Recording recording() {
    return recording;
  }

  String peer() {
    return socket.getInetAddress().getHostAddress();
  }

  void send(String octets, Shape shape) throws IOException {
    ShapedOutput shaped = new ShapedOutput(out, this::end);
    shaped.shape(shape);
    if (!octets.isEmpty()) {
      noteEarlyTalk();
    }
    shaped.write(Replies.bytes(octets));
  }

  private void noteEarlyTalk() throws IOException {
    recording.speaking(in.available() > 0);
  }

  /** The next line without its end, or nothing when the client has closed. */
  Optional<String> readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet; (octet = in.read()) >= 0; line.write(octet)) {
      if (octet == '\n') {
        return Optional.of(withoutCr(Replies.octets(line.toByteArray())));
      }
      if (line.size() >= MOST_LINE_OCTETS) {
        throw new Hangup("line too long");
      }
    }
    return Optional.empty();
  }

  /** Reads what should be one TLS record: the ClientHello. */
  void readRecord() throws IOException {
    byte[] header = in.readNBytes(RECORD_HEADER);
    if (header.length == RECORD_HEADER && header[0] == 0x16) {
      in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
    }
  }

  /** The next octet, or -1. */
  int read() throws IOException {
    return in.read();
  }

  /** Reads until the client closes. */
  void drain() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  void startTls(ServerTls tls, Shape shape) throws IOException {
    recording.handshaking();
    SSLSocket layered =
        (SSLSocket)
            contexts
                .of(tls.chain())
                .getSocketFactory()
                .createSocket(socket, peer(), socket.getPort(), true);
    layered.setUseClientMode(false);
    layered.setSSLParameters(parameters(layered.getSSLParameters(), tls));
    socket.shaped().shape(shape);
    layered.startHandshake();
    socket.shaped().shape(Shape.PLAIN);
    adopt(layered);
  }

  /** Ends the session; never returns in the ordinary way. */
  void end(Fault.End end) throws IOException {
    socket.end(end);
    drain();
    throw new Hangup("client left");
  }

  /** Leaves in peace: FIN, a moment for the client to leave too, and no reset for what it sent. */
  void close() {
    try {
      socket.setSoTimeout(LINGER_MILLIS);
      if (!socket.isClosed()) {
        sayGoodbye();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException gone) {
      // The conversation is over; how the client left is its own business.
    } finally {
      release();
    }
  }

  private void release() {
    try {
      socket.release();
    } catch (IOException alreadyGone) {
      // A reset by the client came first.
    }
  }

  private void sayGoodbye() throws IOException {
    if (top instanceof SSLSocket layered && !socket.isOutputShutdown()) {
      layered.shutdownOutput();
    }
    if (!socket.isOutputShutdown()) {
      socket.shutdownOutput();
    }
  }

  private void adopt(SSLSocket layered) throws IOException {
    SSLSession session = layered.getSession();
    recording.secured(
        new Conversation.Tls(
            session.getProtocol(), session.getCipherSuite(), certificates(session)));
    top = layered;
    in = layered.getInputStream();
    out = layered.getOutputStream();
    secure = true;
  }

  private SSLParameters parameters(SSLParameters parameters, ServerTls tls) {
    tls.configure(parameters);
    parameters.setSNIMatchers(List.of(new NameTap(recording)));
    return parameters;
  }

  private static List<X509Certificate> certificates(SSLSession session) {
    try {
      return Stream.of(session.getPeerCertificates()).map(X509Certificate.class::cast).toList();
    } catch (SSLPeerUnverifiedException anonymous) {
      return List.of();
    }
  }

  private static String withoutCr(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static final class NameTap extends SNIMatcher {
    private final Recording recording;

    NameTap(Recording recording) {
      super(StandardConstants.SNI_HOST_NAME);
      this.recording = recording;
    }

    @Override
    public boolean matches(SNIServerName name) {
      recording.serverName(new SNIHostName(name.getEncoded()).getAsciiName());
      return true;
    }
  }
}
