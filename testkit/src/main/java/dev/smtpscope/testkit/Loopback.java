package dev.smtpscope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback addresses and ports for tests that run side by side: an address of its own for each
 * server lets all of them use the standard ports. Works where the whole of 127.0.0.0/8 is local, as
 * on Linux.
 */
public final class Loopback {
  private static final int HOSTS = 1 << 24;
  private static final int RESERVED = 1 << 16;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(HOSTS));

  private Loopback() {}

  /** An address in 127.0.0.0/8, outside 127.0.0.0/16, that this JVM has not given out yet. */
  public static InetAddress address() {
    int host = RESERVED + Math.floorMod(NEXT.getAndIncrement(), HOSTS - 2 * RESERVED);
    return address("127.%d.%d.%d".formatted(host >> 16, host >> 8 & 0xff, host & 0xff));
  }

  /** The address that an IPv4 or IPv6 literal stands for. */
  public static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  /** An address and port at which connections are refused: nobody listens there. */
  public static InetSocketAddress refusing() {
    InetAddress address = address();
    try (ServerSocket taken = new ServerSocket(0, 1, address)) {
      return new InetSocketAddress(address, taken.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
