package dev.smtpscope.render.outline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.fixture.Audited;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditMarksTest {
  @ParameterizedTest
  @CsvSource({
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, 768, ERROR",
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, 1024, WARNING",
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256, 2048, NONE",
    "TLS_DH_anon_WITH_AES_128_CBC_SHA, 768, NONE",
    "TLS_DH_anon_WITH_AES_128_CBC_SHA, 1024, NONE",
  })
  void shortPrimesCatchTheEyeWhereTheyAreWeighed(String suite, int bits, Mark mark) {
    DhParameters prime = Audited.good().prime(suite, bits, "").facts().dhParameters().getFirst();
    assertThat(AuditMarks.prime(prime)).isEqualTo(mark);
  }
}
