package dev.smtpscope.probe;

import static dev.smtpscope.probe.Probing.CA;
import static dev.smtpscope.probe.Probing.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an audit finds of OpenSSL is what OpenSSL was configured with. */
class AuditPeerTest {
  @TempDir private Path folder;

  @BeforeAll
  static void needsOpenssl() {
    OpensslServer.assumeInstalled();
  }

  @Test
  void serverThatChoosesInTls12() throws IOException {
    TlsAudit audit =
        full(
            "-tls1_2",
            "-serverpref",
            "-groups",
            "P-384:X25519",
            "-cipher",
            "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:ECDHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0");

    assertThat(spoken(audit)).containsExactly(TlsVersion.TLS_1_2);
    assertThat(suites(audit, TlsVersion.TLS_1_2))
        .containsExactly(
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_AES_128_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(preference(audit, TlsVersion.TLS_1_2)).isEqualTo(Preference.SERVER);
    assertThat(groups(audit)).containsExactlyInAnyOrder("secp384r1", "x25519");
    assertThat(audit.completion()).isInstanceOf(Completion.Complete.class);
    assertThat(audit.trait(Feature.ENCRYPT_THEN_MAC).isYes()).isTrue();
    assertThat(audit.trait(Feature.EXTENDED_MASTER_SECRET).isYes()).isTrue();
    assertThat(audit.trait(Feature.HEARTBEAT).isNo()).isTrue();
    assertThat(audit.trait(Feature.COMPRESSION).isNo()).isTrue();
    assertThat(audit.trait(Feature.LARGE_HELLO).isYes()).isTrue();
    assertThat(audit.trait(Feature.GREASED_VALUES).isYes()).isTrue();
    assertThat(audit.trait(Feature.RESUMPTION_BY_TICKET).isYes()).isTrue();
    assertThat(audit.trait(Feature.RESUMPTION_BY_ID).isYes()).isTrue();
    assertThat(audit.ticketLifetime()).isPresent();
    assertThat(chain(audit, Asked.NO_NAME)).contains("RSA");
    assertThat(chain(audit, Asked.UNKNOWN_NAME)).contains("RSA");
  }

  @Test
  void serverThatGivesWayToChacha() throws IOException {
    TlsAudit audit =
        full(
            "-tls1_2",
            "-serverpref",
            "-prioritize_chacha",
            "-cipher",
            "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305");

    assertThat(preference(audit, TlsVersion.TLS_1_2)).isEqualTo(Preference.SERVER_UNLESS_CHACHA);
  }

  @Test
  void clientThatChoosesInTls12() throws IOException {
    TlsAudit audit =
        full(
            "-tls1_2",
            "-no_ticket",
            "-no_etm",
            "-cipher",
            "DHE-RSA-AES256-GCM-SHA384:AES256-SHA:ECDHE-RSA-AES128-SHA:NULL-SHA:ADH-AES128-SHA"
                + ":@SECLEVEL=0");

    assertThat(suites(audit, TlsVersion.TLS_1_2))
        .containsExactlyInAnyOrder(
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_RSA_WITH_AES_256_CBC_SHA",
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
            "TLS_RSA_WITH_NULL_SHA",
            "TLS_DH_anon_WITH_AES_128_CBC_SHA");
    assertThat(preference(audit, TlsVersion.TLS_1_2)).isEqualTo(Preference.CLIENT);
    assertThat(audit.trait(Feature.SESSION_TICKETS).isNo()).isTrue();
    assertThat(audit.trait(Feature.RESUMPTION_BY_TICKET).isNo()).isTrue();
    assertThat(audit.trait(Feature.RESUMPTION_BY_ID).isYes()).isTrue();
    assertThat(audit.trait(Feature.ENCRYPT_THEN_MAC).isNo()).isTrue();
    assertThat(audit.dhParameters()).extracting(DhParameters::bits).contains(2048);
  }

  @Test
  void olderVersions() throws IOException {
    TlsAudit audit =
        full("-no_tls1_3", "-cipher", "ECDHE-RSA-AES128-SHA:AES256-SHA:AES128-SHA256:@SECLEVEL=0");

    assertThat(spoken(audit))
        .containsExactly(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0);
    assertThat(suites(audit, TlsVersion.TLS_1_1))
        .containsExactlyInAnyOrder(
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA");
    assertThat(suites(audit, TlsVersion.TLS_1_0)).isEqualTo(suites(audit, TlsVersion.TLS_1_1));
    assertThat(audit.trait(Feature.FALLBACK_SCSV).isYes()).isTrue();
  }

  @Test
  void tls13Alone() throws IOException {
    TlsAudit audit =
        full(
            "-tls1_3",
            "-early_data",
            "-max_early_data",
            "16384",
            "-groups",
            "P-521:X448",
            "-ciphersuites",
            "TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_CCM_8_SHA256");

    assertThat(spoken(audit)).containsExactly(TlsVersion.TLS_1_3);
    assertThat(suites(audit, TlsVersion.TLS_1_3))
        .containsExactlyInAnyOrder("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_CCM_8_SHA256");
    assertThat(groups(audit)).containsExactlyInAnyOrder("secp521r1", "x448");
    assertThat(audit.groupPreference()).isEqualTo(Preference.SERVER);
    assertThat(audit.trait(Feature.EARLY_DATA).isYes()).isTrue();
    assertThat(audit.trait(Feature.LARGE_HELLO).isYes()).isTrue();
    assertThat(audit.trait(Feature.UNKNOWN_VERSION).isYes()).isTrue();
  }

  @Test
  void tls13ThatResumes() throws IOException {
    TlsAudit audit = full("-tls1_3");

    assertThat(audit.trait(Feature.RESUMPTION_BY_PSK).isYes()).isTrue();
    assertThat(audit.trait(Feature.EARLY_DATA).isNo()).isTrue();
    assertThat(audit.ticketLifetime()).contains(Duration.ofHours(2));
  }

  @Test
  void tls13WithoutTickets() throws IOException {
    TlsAudit audit = full("-tls1_3", "-num_tickets", "0");

    assertThat(audit.trait(Feature.RESUMPTION_BY_PSK).isNo()).isTrue();
  }

  @Test
  void certificatesAndSignaturesOfTls13Alone() throws IOException {
    Chain other = dev.smtpscope.testkit.TestCa.now("Other", KeyType.EC_P256).chain(HOST);
    Chain.PemFiles files = other.leafOnly().write(folder, "other");
    TlsAudit audit =
        full(
            "-tls1_3",
            "-dcert",
            files.certificates().toString(),
            "-dkey",
            files.key().toString(),
            "-sigalgs",
            "RSA-PSS+SHA256:RSA-PSS+SHA512:ECDSA+SHA256");

    assertThat(signatures(audit))
        .containsExactlyInAnyOrder(
            "rsa_pss_rsae_sha256", "rsa_pss_rsae_sha512", "ecdsa_secp256r1_sha256");
    assertThat(chain(audit, Asked.RSA)).contains("RSA");
    assertThat(chain(audit, Asked.ECDSA)).contains("EC");
    assertThat(chain(audit, Asked.NO_NAME)).isPresent();
    assertThat(chain(audit, Asked.UNKNOWN_NAME)).isPresent();
  }

  @Test
  void oneCertificateOfTls13() throws IOException {
    TlsAudit audit = full("-tls1_3");

    assertThat(signatures(audit))
        .containsExactlyInAnyOrder(
            "rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pss_rsae_sha512");
    assertThat(audit.chains())
        .filteredOn(chain -> chain.asked() == Asked.ECDSA)
        .singleElement()
        .matches(chain -> chain.trait().isNo());
  }

  @Test
  void twoCertificates() throws IOException {
    Chain other = dev.smtpscope.testkit.TestCa.now("Other", KeyType.EC_P256).chain(HOST);
    Chain.PemFiles files = other.leafOnly().write(folder, "other");
    TlsAudit audit =
        full("-dcert", files.certificates().toString(), "-dkey", files.key().toString());

    assertThat(chain(audit, Asked.RSA)).contains("RSA");
    assertThat(chain(audit, Asked.ECDSA)).contains("EC");
    assertThat(chain(audit, Asked.NO_NAME)).isPresent();
    assertThat(chain(audit, Asked.UNKNOWN_NAME)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"-client_renegotiation, YES", "-no_renegotiation, NO"})
  void renegotiation(String option, Support expected) throws IOException {
    TlsAudit audit =
        audited(AuditDepth.DEEP, "-tls1_2", option, "-cipher", "ECDHE-RSA-AES128-GCM-SHA256");

    assertThat(audit.trait(ActiveTest.CLIENT_RENEGOTIATION).support()).isEqualTo(expected);
    assertThat(audit.activeTests()).hasSize(ActiveTest.values().length);
    assertThat(audit.activeTests())
        .filteredOn(facts -> facts.test() != ActiveTest.CLIENT_RENEGOTIATION)
        .allMatch(facts -> facts.trait().isNo());
  }

  @Test
  void quickIsQuick() throws IOException {
    TlsAudit audit = audited(AuditDepth.QUICK, "-cipher", "ALL:@SECLEVEL=0");

    assertThat(audit.connections()).isLessThanOrEqualTo(7);
    assertThat(spoken(audit))
        .containsExactly(
            TlsVersion.TLS_1_3, TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0);
    assertThat(audit.support(TlsVersion.SSL_3).isNo()).isTrue();
    assertThat(audit.support(TlsVersion.SSL_2).isNo()).isTrue();
    assertThat(audit.completion()).isInstanceOf(Completion.Complete.class);
  }

  private static List<TlsVersion> spoken(TlsAudit audit) {
    return audit.spoken().map(version -> version.version()).toList();
  }

  private static List<String> suites(TlsAudit audit, TlsVersion version) {
    return audit.version(version).orElseThrow().accepted().stream().map(CipherSuite::name).toList();
  }

  private static Preference preference(TlsAudit audit, TlsVersion version) {
    return audit.version(version).orElseThrow().preference();
  }

  private static List<String> groups(TlsAudit audit) {
    return audit.groups().stream()
        .filter(facts -> facts.trait().isYes())
        .map(facts -> facts.group().name())
        .distinct()
        .toList();
  }

  private static List<String> signatures(TlsAudit audit) {
    return audit.signatures().stream()
        .filter(facts -> facts.version() == TlsVersion.TLS_1_3 && facts.trait().isYes())
        .map(facts -> facts.scheme().name())
        .toList();
  }

  private static Optional<String> chain(TlsAudit audit, Asked asked) {
    return audit.chains().stream()
        .filter(chain -> chain.asked() == asked && chain.trait().isYes())
        .map(ServedChain::certificates)
        .flatMap(List::stream)
        .findFirst()
        .flatMap(certificate -> certificate.details())
        .map(details -> details.key().algorithm());
  }

  private TlsAudit full(String... options) throws IOException {
    return audited(AuditDepth.FULL, options);
  }

  private TlsAudit audited(AuditDepth depth, String... options) throws IOException {
    Chain.PemFiles files = CA.chain(HOST).leafOnly().write(folder, "leaf");
    List<String> words =
        new ArrayList<>(
            List.of("-cert", files.certificates().toString(), "-key", files.key().toString()));
    words.addAll(List.of(options));
    Path configuration = Files.writeString(folder.resolve("openssl.cnf"), "");
    try (OpensslServer server = OpensslServer.start(words, configuration)) {
      return Auditing.audit(server.address(), depth);
    }
  }
}
