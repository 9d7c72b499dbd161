package dev.smtpscope.realservers;

import dev.smtpscope.testkit.DelayProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a well-kept Postfix for the benchmarks until standard input ends: once as it is, once behind
 * a line of 50 ms a round trip. Prints both addresses and the file of the root certificate.
 */
final class ServeForBench {
  private static final Duration ONE_WAY = Duration.ofMillis(25);

  private ServeForBench() {}

  public static void main(String[] args) throws IOException {
    RunningServer server = RealServers.running(Scenario.POSTFIX_GOOD);
    InetAddress far = Loopback.free();
    List<DelayProxy> proxies = new ArrayList<>();
    for (Listener listener : server.listeners()) {
      InetSocketAddress near = new InetSocketAddress(server.address(), listener.port());
      proxies.add(DelayProxy.on(far, listener.port(), near, ONE_WAY));
    }
    System.out.printf("%s %s %s%n", server.ip(), far.getHostAddress(), server.pki().root());
    System.in.readAllBytes();
    proxies.forEach(DelayProxy::close);
    System.exit(0);
  }
}
