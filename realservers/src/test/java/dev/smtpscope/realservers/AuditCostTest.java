package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.target.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An audit asks little: each connection is a burden that servers count. */
class AuditCostTest {
  @ParameterizedTest
  @CsvSource({
    "POSTFIX_GOOD, QUICK, 8",
    "EXIM_GOOD, QUICK, 8",
    "SENDMAIL_GOOD, QUICK, 12",
    "POSTFIX_GOOD, FULL, 80",
    "EXIM_GOOD, FULL, 80",
    "SENDMAIL_GOOD, FULL, 80",
  })
  void anAuditNeedsFewConnections(Scenario scenario, AuditDepth depth, int most) {
    Endpoint server = new Endpoint(RealServers.spare(scenario).address(), Service.onPort(25));
    Audited audited = Audited.now(server, depth);
    assertThat(audited.audit().completion()).isEqualTo(new Completion.Complete());
    assertThat(audited.audit().connections() + 1).isLessThanOrEqualTo(most);
  }
}
