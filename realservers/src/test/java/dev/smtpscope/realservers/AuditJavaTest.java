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
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

/** What the audit finds of a server in Java is what its sockets were told. */
class AuditJavaTest {
  private static final List<String> SCHEMES =
      List.of("rsa_pkcs1_sha512", "rsa_pss_rsae_sha384", "rsa_pkcs1_sha256");

  /** The JDK tells its defaults itself; without a key for DSS, suites with it cannot be. */
  @Test
  void jdkAsItComes() throws NoSuchAlgorithmException {
    SSLParameters defaults = SSLContext.getDefault().getDefaultSSLParameters();
    Audited audited = jdk(_ -> {}, Certificate.GOOD, Certificate.GOOD_ECDSA);

    assertThat(audited.spoken())
        .extracting(TlsVersion::label)
        .containsExactlyInAnyOrder(defaults.getProtocols());
    assertThat(audited.suites(TlsVersion.TLS_1_3))
        .isEqualTo(suites(defaults).filter(suite -> !suite.contains("_WITH_")).toList());
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .isEqualTo(suites(defaults).filter(suite -> suite.contains("_WITH_")).toList());
    assertThat(audited.groups(TlsVersion.TLS_1_3))
        .containsExactlyInAnyOrder(defaults.getNamedGroups());
    assertThat(audited.audit().dhParameters()).extracting(DhParameters::bits).containsOnly(2048);
    assertThat(audited.audit().trait(Feature.CLIENT_CERTIFICATE_REQUEST).isNo()).isTrue();
    assertThat(audited.audit().completion()).isEqualTo(new Completion.Complete());
    assertThat(audited.chain(Asked.RSA)).isEqualTo(sent(Certificate.GOOD));
    assertThat(audited.chain(Asked.ECDSA)).isEqualTo(sent(Certificate.GOOD_ECDSA));
  }

  private static Stream<String> suites(SSLParameters parameters) {
    return Arrays.stream(parameters.getCipherSuites())
        .filter(suite -> !suite.contains("_DSS_") && !suite.endsWith("_SCSV"));
  }

  @Test
  void jdkRestricted() {
    Audited audited = jdk(AuditJavaTest::restrict, Certificate.GOOD);

    assertThat(audited.spoken()).containsExactly(TlsVersion.TLS_1_2);
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .containsExactlyInAnyOrder(
            "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
    assertThat(audited.preference(TlsVersion.TLS_1_2)).isEqualTo(Preference.CLIENT);
    assertThat(audited.groups(TlsVersion.TLS_1_2))
        .containsExactlyInAnyOrder("secp384r1", "secp521r1");
    assertThat(audited.signatures(TlsVersion.TLS_1_2)).isEqualTo(Set.copyOf(SCHEMES));
    assertThat(audited.audit().trait(Feature.CLIENT_CERTIFICATE_REQUEST).isYes()).isTrue();
    assertThat(audited.chain(Asked.RSA)).isEqualTo(sent(Certificate.GOOD));
    assertThat(audited.chain(Asked.ECDSA)).isEmpty();
    assertThat(audited.chain(Asked.NO_NAME)).isEqualTo(sent(Certificate.GOOD));
    assertThat(audited.chain(Asked.UNKNOWN_NAME)).isEqualTo(sent(Certificate.GOOD));
  }

  private static void restrict(SSLSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.2"});
    parameters.setCipherSuites(
        new String[] {
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
        });
    parameters.setUseCipherSuitesOrder(false);
    parameters.setNamedGroups(new String[] {"secp521r1", "secp384r1"});
    parameters.setSignatureSchemes(SCHEMES.toArray(new String[0]));
    parameters.setWantClientAuth(true);
    socket.setSSLParameters(parameters);
  }

  @Test
  void boringSslWithPostQuantumGroups() {
    Audited audited =
        boringSsl(
            socket -> {
              Conscrypt.setNamedGroups(socket, new String[] {"X25519MLKEM768", "X25519", "P-384"});
              socket.setEnabledCipherSuites(
                  new String[] {
                    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"
                  });
            },
            Certificate.GOOD_ECDSA);

    assertThat(audited.spoken()).containsExactlyInAnyOrder(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2);
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .containsExactly(
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
    assertThat(audited.groups(TlsVersion.TLS_1_3))
        .containsExactlyInAnyOrder("X25519MLKEM768", "x25519", "secp384r1");
    assertThat(audited.groups(TlsVersion.TLS_1_2)).containsExactlyInAnyOrder("x25519", "secp384r1");
    assertThat(audited.audit().groupPreference()).isEqualTo(Preference.SERVER);
    assertThat(audited.audit().trait(Feature.SESSION_TICKETS).isNo()).isTrue();
    assertThat(audited.audit().trait(Feature.GREASED_VALUES).isYes()).isTrue();
    assertThat(audited.chain(Asked.ECDSA)).isEqualTo(sent(Certificate.GOOD_ECDSA));
    assertThat(audited.chain(Asked.RSA)).isEmpty();
  }

  @Test
  void boringSslWithTicketsAndStaticRsa() {
    Audited audited =
        boringSsl(
            socket -> {
              Conscrypt.setUseSessionTickets(socket, true);
              Conscrypt.setNamedGroups(socket, new String[] {"P-256"});
              socket.setEnabledProtocols(new String[] {"TLSv1.2"});
              socket.setEnabledCipherSuites(
                  new String[] {
                    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA"
                  });
            },
            Certificate.GOOD);

    assertThat(audited.spoken()).containsExactly(TlsVersion.TLS_1_2);
    assertThat(audited.suites(TlsVersion.TLS_1_2))
        .containsExactly("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_CBC_SHA");
    assertThat(audited.groups(TlsVersion.TLS_1_2)).containsExactly("secp256r1");
    assertThat(audited.audit().trait(Feature.SESSION_TICKETS).isYes()).isTrue();
    assertThat(audited.chain(Asked.RSA)).isEqualTo(sent(Certificate.GOOD));
    assertThat(audited.chain(Asked.NO_NAME)).isEqualTo(sent(Certificate.GOOD));
  }

  private static List<String> sent(Certificate certificate) {
    return RealServers.pki().fingerprints(certificate);
  }

  private static Audited jdk(Consumer<SSLSocket> settings, Certificate... certificates) {
    return audited(Optional.empty(), settings, certificates);
  }

  private static Audited boringSsl(Consumer<SSLSocket> settings, Certificate... certificates) {
    return audited(Optional.of(Conscrypt.newProvider()), settings, certificates);
  }

  private static Audited audited(
      Optional<Provider> provider, Consumer<SSLSocket> settings, Certificate... certificates) {
    JavaServer server =
        RealServers.available(() -> JavaServer.start(provider, List.of(certificates), settings));
    try (server) {
      return Audited.now(new Endpoint(server.address(), Service.onPort(25)), AuditDepth.FULL);
    }
  }
}
