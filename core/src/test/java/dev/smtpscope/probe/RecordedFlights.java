package dev.smtpscope.probe;

import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What peers really send in a handshake, byte by byte. */
final class RecordedFlights {
  private static final int RECORD_HEADER = 5;
  private static final int PAUSE_MILLIS = 400;

  private RecordedFlights() {}

  /** The record with our ClientHello. */
  static byte[] clientHello() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, Loopback.address())) {
      FutureTask<byte[]> hello = new FutureTask<>(acceptHello(listener));
      Thread.ofVirtual().start(hello);
      Probing.probe(
          (InetSocketAddress) listener.getLocalSocketAddress(), TlsMode.IMPLICIT, Probing.PATIENT);
      return hello.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static Callable<byte[]> acceptHello(ServerSocket listener) {
    return () -> {
      try (Socket socket = listener.accept()) {
        return record(socket.getInputStream());
      }
    };
  }

  /** All that a server answers to {@code hello} before it waits for more. */
  static byte[] answer(InetSocketAddress server, byte[] hello) throws IOException {
    ByteArrayOutputStream flight = new ByteArrayOutputStream();
    try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
      socket.getOutputStream().write(hello);
      flight.write(record(socket.getInputStream()));
      socket.setSoTimeout(PAUSE_MILLIS);
      socket.getInputStream().transferTo(flight);
    } catch (SocketTimeoutException quiet) {
      return flight.toByteArray();
    }
    return flight.toByteArray();
  }

  /** One TLS record with its header. */
  static byte[] record(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] header = new byte[RECORD_HEADER];
    data.readFully(header);
    int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
    byte[] whole = Arrays.copyOf(header, RECORD_HEADER + length);
    data.readFully(whole, RECORD_HEADER, length);
    return whole;
  }

  /** Answers each connection's first record with {@code bytes}, then closes or goes silent. */
  static void serveOnce(ServerSocket listener, byte[] bytes, boolean silent) {
    try (Socket socket = listener.accept()) {
      record(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      if (silent) {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } else {
        socket.shutdownOutput();
        socket.setSoTimeout(PAUSE_MILLIS);
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException clientWent) {
      return;
    }
  }
}
