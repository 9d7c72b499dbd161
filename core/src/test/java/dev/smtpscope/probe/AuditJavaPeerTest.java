package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/**
 * An audit of the Java platform's TLS, which gives tickets only to who says how they would be used.
 */
class AuditJavaPeerTest {
  @Test
  void resumesByTicketsOfEitherVersion() throws IOException {
    ServerTls tls = ServerTls.of(Probing.CA.chain(Probing.HOST));
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(Behaviours.postfix(Probing.HOST).tls(tls))) {
      TlsAudit audit =
          Auditing.audit(
              new InetSocketAddress(server.address(), server.port()),
              TlsMode.STARTTLS,
              AuditDepth.FULL);
      assertThat(audit.spoken().map(VersionFacts::version))
          .contains(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3);
      assertThat(audit.trait(Feature.RESUMPTION_BY_PSK).isYes()).isTrue();
      assertThat(audit.trait(Feature.RESUMPTION_BY_TICKET).isYes()).isTrue();
      assertThat(audit.trait(Feature.EARLY_DATA).isNo()).isTrue();
    }
  }
}
