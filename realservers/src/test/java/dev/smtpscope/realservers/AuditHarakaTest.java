package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.target.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What the audit finds of Node's TLS is what {@code tls.ini} of {@link Scenario} says. */
class AuditHarakaTest {
  private static final Map<Scenario, Audited> AUDITS = new ConcurrentHashMap<>();

  @Test
  void serverThatChooses() {
    Audited audited = audited(Scenario.HARAKA_RESTRICTED);

    assertThat(audited.spoken()).containsExactlyInAnyOrder(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
    assertThat(audited.suites(TlsVersion.TLS_1_3))
        .containsExactly("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .containsExactly(
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(audited.preference(TlsVersion.TLS_1_3)).isEqualTo(Preference.SERVER);
    assertThat(audited.preference(TlsVersion.TLS_1_2)).isEqualTo(Preference.SERVER);
    assertThat(audited.groups(TlsVersion.TLS_1_3)).containsExactlyInAnyOrder("secp384r1", "x25519");
    assertThat(audited.groups(TlsVersion.TLS_1_2)).containsExactlyInAnyOrder("secp384r1", "x25519");
    assertThat(audited.audit().groupPreference()).isEqualTo(Preference.SERVER);
    assertThat(audited.audit().dhParameters())
        .extracting(DhParameters::name)
        .allSatisfy(name -> assertThat(name).contains("RFC 7919 ffdhe3072"))
        .isNotEmpty();
    assertThat(audited.audit().trait(Feature.CLIENT_CERTIFICATE_REQUEST).isNo()).isTrue();
  }

  @Test
  void clientThatChooses() {
    Audited audited = audited(Scenario.HARAKA_CLIENT_CHOOSES);

    assertThat(audited.spoken()).containsExactlyInAnyOrder(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .containsExactlyInAnyOrder(
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    assertThat(audited.preference(TlsVersion.TLS_1_2)).isEqualTo(Preference.CLIENT);
    assertThat(audited.groups(TlsVersion.TLS_1_3)).containsExactly("secp521r1");
    assertThat(audited.groups(TlsVersion.TLS_1_2)).containsExactly("secp521r1");
    assertThat(audited.audit().groupPreference()).isEqualTo(Preference.SINGLE);
    assertThat(audited.audit().trait(Feature.CLIENT_CERTIFICATE_REQUEST).isYes()).isTrue();
  }

  /**
   * The name in the hello makes no difference to Haraka with one certificate, and of the two kinds
   * of keys there is one.
   */
  @Test
  void certificates() {
    Audited rsa = audited(Scenario.HARAKA_RESTRICTED);
    Audited ecdsa = audited(Scenario.HARAKA_CLIENT_CHOOSES);

    for (Asked asked : Asked.values()) {
      assertThat(rsa.chain(asked))
          .as("%s", asked)
          .isEqualTo(asked == Asked.ECDSA ? List.of() : sent(Scenario.HARAKA_RESTRICTED));
      assertThat(ecdsa.chain(asked))
          .as("%s", asked)
          .isEqualTo(asked == Asked.RSA ? List.of() : sent(Scenario.HARAKA_CLIENT_CHOOSES));
    }
  }

  private static List<String> sent(Scenario scenario) {
    return RealServers.pki().fingerprints(scenario.certificate());
  }

  /**
   * Haraka makes an own context for each connection, whose tickets no other can read: OpenSSL's
   * client resumes nothing either.
   */
  @Test
  void noResumption() {
    var audit = audited(Scenario.HARAKA_RESTRICTED).audit();

    assertThat(audit.completion()).isEqualTo(new Completion.Complete());
    assertThat(audit.trait(Feature.SESSION_TICKETS).isYes()).isTrue();
    for (Feature feature :
        List.of(
            Feature.RESUMPTION_BY_ID,
            Feature.RESUMPTION_BY_TICKET,
            Feature.RESUMPTION_BY_PSK,
            Feature.EARLY_DATA)) {
      assertThat(audit.trait(feature).isNo()).as("%s", feature).isTrue();
    }
    for (Feature feature :
        List.of(
            Feature.LARGE_HELLO,
            Feature.UNKNOWN_VERSION,
            Feature.UNKNOWN_EXTENSION,
            Feature.GREASED_VALUES)) {
      assertThat(audit.trait(feature).isYes()).as("%s", feature).isTrue();
    }
  }

  private static Audited audited(Scenario scenario) {
    return AUDITS.computeIfAbsent(
        scenario,
        _ ->
            Audited.now(
                new Endpoint(RealServers.spare(scenario).address(), Service.onPort(25)),
                AuditDepth.FULL));
  }
}
