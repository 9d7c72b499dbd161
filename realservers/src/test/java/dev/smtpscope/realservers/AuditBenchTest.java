package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.target.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the audit costs beside other scanners, on one server in one run: connections, as the server
 * logs them, and time. Run by bench/tls-audit/run.
 */
@EnabledIfSystemProperty(named = "smtpscope.bench", matches = "tls-audit")
class AuditBenchTest {
  private static final int WARM_UP = 20;

  /** The server writes its log a little later. */
  private static final Duration LOGGED = Duration.ofSeconds(1);

  private final RunningServer server = RealServers.running(Scenario.POSTFIX_GOOD);
  private final Endpoint endpoint = new Endpoint(server.address(), Service.onPort(25));

  @Test
  void anAuditIsCheap() throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      Audited.now(endpoint, AuditDepth.FULL, 8);
    }
    measure("smtpscope quick", () -> Audited.now(endpoint, AuditDepth.QUICK, 1));
    measure("smtpscope full", () -> Audited.now(endpoint, AuditDepth.FULL, 1));
    measure("smtpscope full, --parallel 8", () -> Audited.now(endpoint, AuditDepth.FULL, 8));
    measure("sslscan", () -> SuiteScanner.SSLSCAN.suites(endpoint));
    measure("nmap ssl-enum-ciphers", () -> SuiteScanner.NMAP.suites(endpoint));
    measure("testssl.sh, everything", () -> Testssl.json(endpoint, List.of()));
  }

  private void measure(String what, Runnable scan) throws Exception {
    long before = connections();
    long began = System.nanoTime();
    scan.run();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Thread.sleep(LOGGED);
    long made = connections() - before;
    assertThat(made).isPositive();
    System.out.printf("%-30s %4d connections %8.2f s%n", what, made, took.toMillis() / 1000.0);
  }

  private long connections() throws IOException {
    Path log = server.workspace().root().resolve("mail.log");
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(": connect from ")).count();
    }
  }
}
