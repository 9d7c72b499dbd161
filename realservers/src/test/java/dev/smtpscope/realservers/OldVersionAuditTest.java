package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.target.Service;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that speaks an old version alone is asked as much as a new one. */
class OldVersionAuditTest {
  private static final Set<Feature> OF_OLD_VERSIONS =
      Set.of(
          Feature.RESUMPTION_BY_ID,
          Feature.RESUMPTION_BY_TICKET,
          Feature.LARGE_HELLO,
          Feature.UNKNOWN_VERSION,
          Feature.UNKNOWN_EXTENSION,
          Feature.GREASED_VALUES);

  private final Endpoint server =
      new Endpoint(RealServers.spare(Scenario.POSTFIX_TLS_1_0).address(), Service.onPort(25));
  private final Audited audited = Audited.now(server, AuditDepth.FULL);

  /** OpenSSL's own list. */
  @Test
  void itsCurvesAreFound() {
    assertThat(new AuditedFacts(audited).curves())
        .containsExactlyInAnyOrder("secp256r1", "secp384r1", "secp521r1", "x25519", "x448");
  }

  /** Postfix gives tickets and keeps no sessions. */
  @Test
  void itsTraitsAreFound() {
    assertThat(OF_OLD_VERSIONS)
        .filteredOn(feature -> audited.audit().trait(feature).isYes())
        .containsExactlyInAnyOrderElementsOf(
            OF_OLD_VERSIONS.stream().filter(f -> f != Feature.RESUMPTION_BY_ID).toList());
    assertThat(audited.audit().trait(Feature.RESUMPTION_BY_ID).isNo()).isTrue();
  }

  @Test
  void itsCertificatesAreFound() {
    assertThat(audited.audit().chains())
        .filteredOn(chain -> !chain.certificates().isEmpty())
        .extracting(ServedChain::asked)
        .contains(ServedChain.Asked.NO_NAME, ServedChain.Asked.UNKNOWN_NAME);
  }
}
