package dev.smtpscope.bulk.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * The least that a probe can be: the same words and the same handshake with Bouncy Castle, with
 * nothing noted. What a real probe costs beyond it is our own.
 *
 * @param tls whether to shake hands; the words alone otherwise
 */
record RawProbe(boolean tls) {
  private static final TlsCrypto CRYPTO = new BcTlsCrypto(new SecureRandom());

  /** False when the server did not take part. */
  boolean run(InetSocketAddress where) {
    try (Socket socket = new Socket()) {
      socket.setTcpNoDelay(true);
      socket.connect(where, 30_000);
      socket.setSoTimeout(30_000);
      talk(socket);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void talk(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    hear(in);
    say(in, out, "EHLO probe.example.net");
    if (tls) {
      say(in, out, "STARTTLS");
      TlsClientProtocol protocol = new TlsClientProtocol(in, out);
      protocol.connect(new Client());
      in = protocol.getInputStream();
      out = protocol.getOutputStream();
    }
    say(in, out, "EHLO probe.example.net");
    say(in, out, "QUIT");
    out.close();
  }

  private static void say(InputStream in, OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    hear(in);
  }

  private static void hear(InputStream in) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 512);
    String line = lines.readLine();
    while (line != null && line.startsWith("-", 3)) {
      line = lines.readLine();
    }
  }

  private static final class Client extends DefaultTlsClient {
    Client() {
      super(CRYPTO);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv13.only();
    }

    @Override
    public TlsAuthentication getAuthentication() {
      return new TlsAuthentication() {
        @Override
        public void notifyServerCertificate(TlsServerCertificate certificate) {}

        @Override
        public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
          return null;
        }
      };
    }
  }
}
