package dev.smtpscope.probe.audit;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.probe.hello.Extension;
import dev.smtpscope.probe.hello.Records;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server that does on each connection exactly what a test tells it to. */
final class RawServer implements AutoCloseable {
  /** What it does on one connection. */
  interface Manner {
    void serve(Socket socket) throws Exception;
  }

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  RawServer(Manner manner) throws IOException {
    socket = new ServerSocket(0, 50, Loopback.address());
    Future<?> _ =
        threads.submit(() -> {
          while (true) {
            Socket one = socket.accept();
            Future<?> _ =
                threads.submit(() -> {
                  try (one) {
                    manner.serve(one);
                  }
                  return 0;
                });
          }
        });
  }

  /** Asks it with TLS from the first octet, or after STARTTLS. */
  Asker asker(TlsMode tls) {
    Endpoint endpoint =
        new Endpoint(socket.getInetAddress(), Service.onPort(socket.getLocalPort()).with(tls));
    ProbeOptions probe =
        new ProbeOptions(Budget.STANDARD, Optional.of("mail.example.org"), Optional.empty());
    Dialer dialer = new Dialer(Optional.empty(), AddressPolicy.ANY);
    return new Asker(
        new Doorway(endpoint, probe, dialer, ScanListener.NONE),
        new Governor(1, Duration.ZERO, Duration.ofNanos(1)),
        Deadline.after(Duration.ofSeconds(60)),
        Duration.ofSeconds(10),
        Duration.ofSeconds(3));
  }

  /** Reads one record. */
  static byte[] record(InputStream in) throws IOException {
    byte[] header = in.readNBytes(5);
    return header.length < 5
        ? new byte[0]
        : in.readNBytes((header[3] & 0xFF) << 8 | (header[4] & 0xFF));
  }

  static void alert(OutputStream out, int code) throws IOException {
    out.write(Records.encode(Records.ALERT, 0x0303, new byte[] {2, (byte) code}));
    out.flush();
  }

  /** ServerHello, certificate where there is one, and ServerHelloDone of TLS 1.2. */
  static byte[] flight(int suite, byte[] certificate, Extension... extensions) {
    return flight(new byte[0], suite, certificate, extensions);
  }

  /** The same of a session with an ID. */
  static byte[] flight(byte[] id, int suite, byte[] certificate, Extension... extensions) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    message(all, 2, helloBody(id, suite, extensions));
    if (certificate.length > 0) {
      ByteArrayOutputStream chain = new ByteArrayOutputStream();
      number(chain, 3, certificate.length + 3);
      number(chain, 3, certificate.length);
      chain.writeBytes(certificate);
      message(all, 11, chain.toByteArray());
    }
    message(all, 14, new byte[0]);
    return Records.encode(Records.HANDSHAKE, 0x0303, all.toByteArray());
  }

  /** ServerHello alone. */
  static byte[] hello(byte[] id, int suite, Extension... extensions) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    message(all, 2, helloBody(id, suite, extensions));
    return Records.encode(Records.HANDSHAKE, 0x0303, all.toByteArray());
  }

  private static byte[] helloBody(byte[] id, int suite, Extension... extensions) {
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    number(hello, 2, 0x0303);
    hello.writeBytes(new byte[32]);
    number(hello, 1, id.length);
    hello.writeBytes(id);
    number(hello, 2, suite);
    hello.write(0);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    for (Extension extension : extensions) {
      number(list, 2, extension.type());
      number(list, 2, extension.body().toArray().length);
      list.writeBytes(extension.body().toArray());
    }
    number(hello, 2, list.size());
    hello.writeBytes(list.toByteArray());
    return hello.toByteArray();
  }

  private static void message(ByteArrayOutputStream to, int type, byte[] body) {
    to.write(type);
    number(to, 3, body.length);
    to.writeBytes(body);
  }

  private static void number(ByteArrayOutputStream to, int octets, int value) {
    for (int i = octets - 1; i >= 0; i--) {
      to.write(value >> (8 * i));
    }
  }

  /** What is known of it: that it speaks TLS 1.2 with {@code suite}. */
  static Findings speaking(int suite) {
    Findings known = new Findings();
    known.accepted(TlsVersion.TLS_1_2, suite);
    return known;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
