package dev.smtpscope.probe.audit;

import dev.smtpscope.testkit.Chain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/**
 * A mail server with STARTTLS that may mix up what came before the handshake with what is after.
 */
record MailServer(Socket socket, Chain chain) {
  /**
   * Serves one client.
   *
   * @param keeps whether it carries a NOOP that came in one piece with STARTTLS, or the reply to
   *     it, over into TLS
   * @param chatty whether it says something unasked inside TLS
   */
  void serve(boolean keeps, boolean chatty) throws Exception {
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    say(out, "220 mail.example.org ESMTP");
    in.read(new byte[512]);
    say(out, "250-mail.example.org", "250 STARTTLS");
    byte[] read = new byte[512];
    String commands = new String(read, 0, in.read(read), StandardCharsets.US_ASCII);
    if (commands.startsWith("NOOP\r\n") && !keeps) {
      say(out, "250 2.0.0 Ok");
    }
    say(out, "220 go ahead");
    boolean kept = keeps && commands.contains("NOOP\r\n");
    try (SSLSocket tls =
        (SSLSocket) chain.sslContext().getSocketFactory().createSocket(socket, null, 0, true)) {
      tls.setUseClientMode(false);
      tls.startHandshake();
      if (chatty || kept) {
        say(tls.getOutputStream(), "250 2.0.0 Ok");
      }
      new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
      say(tls.getOutputStream(), "221 2.0.0 Bye");
    }
  }

  private static void say(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
