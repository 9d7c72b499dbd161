package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.GroupFacts;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.probe.BouncyServer.Manner;
import dev.smtpscope.target.TlsMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.tls.NamedGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Audits of what is newer, and of what is older, than OpenSSL's libraries of today offer. */
class AuditExtremesTest {
  @TempDir private Path folder;

  /** The last one is not offered by the first handshake, which fails. */
  @ParameterizedTest
  @CsvSource({
    "4588, X25519MLKEM768",
    "4587, SecP256r1MLKEM768",
    "513, MLKEM768",
    "4590, curveSM2MLKEM768"
  })
  void postQuantumGroups(int group, String name) throws IOException {
    Manner manner = Manner.tls13(Probing.CA.chain(Probing.HOST), group);
    for (AuditDepth depth : List.of(AuditDepth.QUICK, AuditDepth.FULL)) {
      try (BouncyServer server = BouncyServer.start(manner)) {
        assertThat(agreed(Auditing.audit(server.address(), depth))).containsExactly(name);
      }
    }
  }

  @Test
  void pureMlKemIsNoObstacleToTheCheck() throws IOException {
    Manner manner = Manner.tls13(Probing.CA.chain(Probing.HOST), NamedGroup.MLKEM768);
    try (BouncyServer server = BouncyServer.start(manner)) {
      TlsOutcome tls = Probing.probe(server.address(), TlsMode.IMPLICIT, Probing.PATIENT).tls();
      assertThat(tls).isInstanceOf(TlsOutcome.Established.class);
    }
  }

  /** No handshake can be completed with it, which is no fault of names and schemes. */
  @Test
  void groupThatNoLibraryHasSaysNothingOfNames() throws IOException {
    Manner manner = Manner.tls13(Probing.CA.chain(Probing.HOST), NamedGroup.curveSM2MLKEM768);
    try (BouncyServer server = BouncyServer.start(manner)) {
      TlsAudit audit = Auditing.audit(server.address(), AuditDepth.FULL);
      assertThat(audit.support(TlsVersion.TLS_1_3).isYes()).isTrue();
      assertThat(audit.chains())
          .hasSize(4)
          .allMatch(chain -> chain.trait().support() == Support.UNKNOWN);
      assertThat(audit.signatures()).noneMatch(facts -> facts.trait().isNo());
    }
  }

  @Test
  void noPostQuantumGroup() throws IOException {
    Manner manner = Manner.tls13(Probing.CA.chain(Probing.HOST), NamedGroup.secp384r1);
    try (BouncyServer server = BouncyServer.start(manner)) {
      TlsAudit audit = Auditing.audit(server.address(), AuditDepth.QUICK);
      assertThat(audit.groups())
          .filteredOn(facts -> facts.group().isPostQuantum())
          .isNotEmpty()
          .allMatch(facts -> facts.trait().isNo());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SSLv3, SSL_RSA_WITH_RC4_128_MD5, SSL_3, TLS_RSA_WITH_RC4_128_MD5",
    "SSLv3, SSL_RSA_WITH_DES_CBC_SHA, SSL_3, TLS_RSA_WITH_DES_CBC_SHA",
    "TLSv1, SSL_RSA_EXPORT_WITH_RC4_40_MD5, TLS_1_0, TLS_RSA_EXPORT_WITH_RC4_40_MD5",
    "TLSv1.1, SSL_RSA_WITH_3DES_EDE_CBC_SHA, TLS_1_1, TLS_RSA_WITH_3DES_EDE_CBC_SHA",
    "TLSv1.2, SSL_RSA_WITH_NULL_SHA, TLS_1_2, TLS_RSA_WITH_NULL_SHA",
  })
  void whatNoLibraryOffers(String protocol, String jsse, TlsVersion version, String name)
      throws IOException {
    String manner = protocol + " " + jsse;
    try (LegacyJsseServer server = LegacyJsseServer.start(folder, List.of(manner))) {
      TlsAudit audit = Auditing.audit(server.address(manner), AuditDepth.FULL);
      assertThat(audit.spoken().map(VersionFacts::version)).containsExactly(version);
      assertThat(audit.version(version).orElseThrow().accepted())
          .map(CipherSuite::name)
          .containsExactly(name);
    }
  }

  private static List<String> agreed(TlsAudit audit) {
    return audit.groups().stream()
        .filter(facts -> facts.trait().isYes())
        .map(GroupFacts::group)
        .map(dev.smtpscope.facts.NamedGroup::name)
        .distinct()
        .toList();
  }
}
