package dev.smtpscope.realservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Addresses in 127.0.0.0/8, one for each server, and what listens there. */
final class Loopback {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Path SOCKETS = Path.of("/proc/net/tcp");

  private Loopback() {}

  /** An address that nobody else uses, on this machine or in a test run beside this one. */
  static InetAddress free() {
    InetAddress address = random();
    while (!isFree(address)) {
      address = random();
    }
    return address;
  }

  /** Whether something listens, learnt without connecting: servers count connections. */
  static boolean listens(InetAddress address, int port) {
    byte[] octets = address.getAddress();
    String local =
        "%02X%02X%02X%02X:%04X".formatted(octets[3], octets[2], octets[1], octets[0], port);
    try {
      return Files.readAllLines(SOCKETS).stream()
          .map(line -> line.strip().split(" +"))
          .anyMatch(fields -> fields[1].equals(local) && fields[3].equals("0A"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress random() {
    byte[] octets = new byte[4];
    RANDOM.nextBytes(octets);
    octets[0] = 127;
    octets[1] = (byte) (64 | (octets[1] & 0x3f));
    octets[3] = (byte) (1 | octets[3]);
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(HexFormat.of().formatHex(octets), e);
    }
  }

  private static boolean isFree(InetAddress address) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, 25));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
