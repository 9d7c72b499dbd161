package dev.smtpscope.realservers;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * The real servers of this test run: each is started when a test first asks for it, shared by all
 * tests, and ended with the run. Safe for tests that run in parallel.
 *
 * <p>Where a machine lacks what a server or tool needs, the test that asks is skipped with the
 * reason; with {@code CI=true} in the environment it fails.
 */
final class RealServers {
  private static final Map<Scenario, RunningServer> RUNNING = new ConcurrentHashMap<>();
  private static final Map<Scenario, RunningServer> SPARE = new ConcurrentHashMap<>();

  private RealServers() {}

  private static final class Shared {
    static final Workspace AUTHORITIES = Workspace.create("pki");
    static final Pki PKI = Pki.in(AUTHORITIES.root());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(Shared::close, "end real servers"));
    }

    private static void close() {
      RUNNING.values().parallelStream().forEach(RunningServer::close);
      SPARE.values().parallelStream().forEach(RunningServer::close);
      AUTHORITIES.delete();
    }
  }

  /** The authorities that issue the servers' certificates. */
  static Pki pki() {
    return Shared.PKI;
  }

  /** The server of a scenario, running. */
  static RunningServer running(Scenario scenario) {
    return available(
        () -> RUNNING.computeIfAbsent(scenario, _ -> RunningServer.start(scenario, pki())));
  }

  /** One more of them, for tests that connect more often than a server's limits bear. */
  static RunningServer spare(Scenario scenario) {
    return available(
        () -> SPARE.computeIfAbsent(scenario, _ -> RunningServer.start(scenario, pki())));
  }

  /** Gets something that not every machine has: skips the test, or fails it under CI. */
  static <T> T available(Supplier<T> something) {
    try {
      return something.get();
    } catch (Unavailable e) {
      if ("true".equals(System.getenv("CI"))) {
        return fail(e);
      }
      return Assumptions.<T>abort(e.toString());
    }
  }
}
