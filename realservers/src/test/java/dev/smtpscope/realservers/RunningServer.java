package dev.smtpscope.realservers;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A server that listens, on every port of its scenario, at an address that is its own.
 *
 * @param pki who issued its certificate
 */
record RunningServer(
    Scenario scenario, InetAddress address, Pki pki, Workspace workspace, Daemon daemon)
    implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(10);

  /**
   * Starts a server and returns when it listens.
   *
   * @throws Unavailable when this machine lacks something that it needs
   * @throws IllegalStateException with the server's log, when it does not come to listen
   */
  static RunningServer start(Scenario scenario, Pki pki) {
    return start(scenario, pki, Advice.NONE);
  }

  /** As {@link #start(Scenario, Pki)}, with advised lines in the server's configuration. */
  static RunningServer start(Scenario scenario, Pki pki, Advice advice) {
    requireRoot();
    Workspace workspace = Workspace.create(scenario.name().toLowerCase(Locale.ROOT));
    try {
      configureClients(workspace);
      return start(scenario, pki, advice, workspace);
    } catch (RuntimeException e) {
      workspace.delete();
      throw e;
    }
  }

  /** For Postfix's client, and for such as must talk to servers with outdated TLS. */
  private static void configureClients(Workspace workspace) {
    workspace.file("client/main.cf", Template.fill("client-main.cf", Map.of()));
    workspace.file("client/openssl.cnf", Template.fill("legacy-openssl.cnf", Map.of()));
  }

  private static RunningServer start(
      Scenario scenario, Pki pki, Advice advice, Workspace workspace) {
    InetAddress address = Loopback.free();
    Pki.Identity own = pki.identity(scenario.certificate());
    Pki.Identity good = pki.identity(Certificate.GOOD);
    var setup = new Setup(scenario, address, workspace, own, good, advice);
    Daemon daemon = scenario.software().server().start(setup);
    var server = new RunningServer(scenario, address, pki, workspace, daemon);
    server.awaitListening();
    return server;
  }

  /** The address as text. */
  String ip() {
    return address.getHostAddress();
  }

  List<Listener> listeners() {
    return scenario.listeners();
  }

  /** Its listener on a port. */
  Listener listener(int port) {
    return listeners().stream().filter(each -> each.port() == port).findFirst().orElseThrow();
  }

  /** The last lines of what the server logged, for a test's failure message. */
  String logs() {
    return workspace.logs();
  }

  /** Ends the server's processes and deletes what they left. */
  @Override
  public void close() {
    daemon.close();
    workspace.delete();
  }

  /**
   * @throws Unavailable unless these tests may listen on standard ports
   */
  static void requireRoot() {
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new Unavailable("mail servers on standard ports need root: run the tests as root");
    }
  }

  private void awaitListening() {
    long end = System.nanoTime() + STARTING.toNanos();
    while (!listening()) {
      if (!daemon.running() || System.nanoTime() - end > 0) {
        String logs = logs();
        daemon.close();
        throw new IllegalStateException("%s does not listen:\n%s".formatted(scenario, logs));
      }
      pause();
    }
  }

  private boolean listening() {
    return listeners().stream().allMatch(listener -> Loopback.listens(address, listener.port()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a server was starting", e);
    }
  }
}
