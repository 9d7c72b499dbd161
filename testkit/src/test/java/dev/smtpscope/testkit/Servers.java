package dev.smtpscope.testkit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What the tests of this package share. */
final class Servers {
  static final String HOST = "mx.example.net";
  static final Duration SOON = Duration.ofSeconds(10);
  static final TestCa CA = TestCa.at(today());
  static final ServerTls TLS = ServerTls.of(CA.chain(HOST));

  private Servers() {}

  /** The JDK's clients know no clock but the system's. */
  private static Instant today() {
    return Instant.now();
  }

  static Behaviour postfix() {
    return Behaviours.postfix(HOST).tls(TLS);
  }

  static ScriptedSmtpServer with(Fault... faults) throws IOException {
    Behaviour behaviour = postfix();
    for (Fault fault : faults) {
      behaviour = behaviour.fault(fault);
    }
    return ScriptedSmtpServer.start(behaviour);
  }
}
