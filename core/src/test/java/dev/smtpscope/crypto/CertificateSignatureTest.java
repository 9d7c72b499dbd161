package dev.smtpscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateSignatureTest {
  @ParameterizedTest
  @EnumSource(KeyType.class)
  void holdsForItsIssuerAlone(KeyType type) {
    TestCa ca = TestCa.now("One", type);
    TestCa other = TestCa.now("Other", type);
    X509Certificate leaf = ca.chain("mail.example.org").leaf();
    X509Certificate between = ca.intermediate().certificate();
    assertThat(CertificateSignature.verifies(leaf, key(ca.intermediate()))).isTrue();
    assertThat(CertificateSignature.verifies(leaf, key(other.intermediate()))).isFalse();
    assertThat(CertificateSignature.verifies(between, key(ca.root()))).isTrue();
    assertThat(CertificateSignature.verifies(between, key(other.root()))).isFalse();
  }

  /** Its last octet belongs to the signature. */
  @ParameterizedTest
  @EnumSource(KeyType.class)
  void doesNotHoldOnceAnOctetIsAnother(KeyType type) throws GeneralSecurityException {
    TestCa ca = TestCa.now("One", type);
    byte[] der = ca.chain("mail.example.org").leaf().getEncoded();
    der[der.length - 1] ^= 1;
    X509Certificate broken =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    assertThat(CertificateSignature.verifies(broken, key(ca.intermediate()))).isFalse();
  }

  private static PublicKey key(Identity identity) {
    return identity.certificate().getPublicKey();
  }
}
