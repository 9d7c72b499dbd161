package dev.smtpscope.realservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What Postfix asks whether a password is right: Dovecot's authentication protocol, as far as AUTH
 * PLAIN with an initial response needs it. It knows one account.
 */
final class DovecotAuth {

  private static final String HELLO =
      """
      VERSION	1	2
      MECH	PLAIN	plaintext
      MECH	LOGIN	plaintext
      SPID	1
      CUID	1
      COOKIE	0123456789abcdef0123456789abcdef
      DONE
      """;

  private final ServerSocket socket;

  private DovecotAuth(ServerSocket socket) {
    this.socket = socket;
  }

  private static final class Shared {
    static final DovecotAuth INSTANCE = start();
  }

  /** The one of this process, which ends with it. */
  static DovecotAuth shared() {
    return Shared.INSTANCE;
  }

  /** Where it listens, as {@code smtpd_sasl_path} has it. */
  String path() {
    return "inet:%s:%d".formatted(socket.getInetAddress().getHostAddress(), socket.getLocalPort());
  }

  private static DovecotAuth start() {
    try {
      var socket = new ServerSocket();
      socket.bind(new InetSocketAddress(Loopback.free(), 0));
      var auth = new DovecotAuth(socket);
      Thread.startVirtualThread(auth::accept);
      return auth;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.startVirtualThread(() -> serve(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(Socket client) {
    try (client) {
      OutputStream out = client.getOutputStream();
      out.write(HELLO.getBytes(UTF_8));
      var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("AUTH\t")) {
          out.write(answer(List.of(line.split("\t", -1))).getBytes(UTF_8));
        }
      }
    } catch (IOException _) {
      // The server went away.
    }
  }

  private static String answer(List<String> request) {
    boolean right =
        request.stream()
            .filter(field -> field.startsWith("resp="))
            .anyMatch(field -> rightPlain(field.substring("resp=".length())));
    return "%s\t%s\tuser=%s\n".formatted(right ? "OK" : "FAIL", request.get(1), Account.USER);
  }

  private static boolean rightPlain(String base64) {
    String response = new String(Base64.getDecoder().decode(base64), UTF_8);
    return Arrays.asList(response.split("\0")).equals(List.of("", Account.USER, Account.PASSWORD));
  }
}
