package dev.smtpscope.reference.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsVersion;
import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.agreement.DHStandardGroups;
import org.bouncycastle.crypto.params.DHParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistriesTest {
  private static final Map<DHParameters, String> STANDARD =
      Map.ofEntries(
          Map.entry(DHStandardGroups.rfc7919_ffdhe2048, "RFC 7919 ffdhe2048"),
          Map.entry(DHStandardGroups.rfc7919_ffdhe3072, "RFC 7919 ffdhe3072"),
          Map.entry(DHStandardGroups.rfc7919_ffdhe4096, "RFC 7919 ffdhe4096"),
          Map.entry(DHStandardGroups.rfc7919_ffdhe6144, "RFC 7919 ffdhe6144"),
          Map.entry(DHStandardGroups.rfc7919_ffdhe8192, "RFC 7919 ffdhe8192"),
          Map.entry(DHStandardGroups.rfc3526_1536, "RFC 3526 group 5"),
          Map.entry(DHStandardGroups.rfc3526_2048, "RFC 3526 group 14"),
          Map.entry(DHStandardGroups.rfc3526_3072, "RFC 3526 group 15"),
          Map.entry(DHStandardGroups.rfc3526_4096, "RFC 3526 group 16"),
          Map.entry(DHStandardGroups.rfc3526_6144, "RFC 3526 group 17"),
          Map.entry(DHStandardGroups.rfc3526_8192, "RFC 3526 group 18"),
          Map.entry(DHStandardGroups.rfc2409_768, "RFC 2409 Oakley group 1"),
          Map.entry(DHStandardGroups.rfc2409_1024, "RFC 2409 Oakley group 2"));

  /** The values of group 24 (RFC 5114 section 2.3) are as RFC and OpenSSL have them. */
  private static final String GROUP_24 =
      """
      87A8E61DB4B6663CFFBBD19C651959998CEEF608660DD0F25D2CEED4435E3B00E00DF8F1D61957D4FAF7DF4561B2AA
      3016C3D91134096FAA3BF4296D830E9A7C209E0C6497517ABD5A8A9D306BCF67ED91F9E6725B4758C022E0B1EF4275
      BF7B6C5BFC11D45F9088B941F54EB1E59BB8BC39A0BF12307F5C4FDB70C581B23F76B63ACAE1CAA6B7902D52526735
      488A0EF13C6D9A51BFA4AB3AD8347796524D8EF6A167B5A41825D967E144E5140564251CCACB83E6B486F6B3CA3F79
      71506026C0B857F689962856DED4010ABD0BE621C3A3960A54E710C375F26375D7014103A4B54330C198AF126116D2
      276E11715F693877FAD7EF09CADB094AE91E1A1597
      """;

  @Test
  void standardPrimesHaveNames() {
    STANDARD.forEach((group, name) -> {
      DhPrime prime = DhPrime.of(Bytes.of(group.getP().toByteArray()));
      assertThat(prime.name()).contains(name);
      assertThat(prime.bits()).isEqualTo(group.getP().bitLength());
    });
    BigInteger group24 = new BigInteger(GROUP_24.replace("\n", ""), 16);
    assertThat(DhPrime.of(Bytes.of(group24.toByteArray())).name()).contains("RFC 5114 group 24");
  }

  /** Zeros in front are no part of a number. */
  @Test
  void otherPrimesHaveNone() {
    DhPrime prime = DhPrime.of(Bytes.of(new byte[] {0, 0, 23}));

    assertThat(prime.name()).isEmpty();
    assertThat(prime.bits()).isEqualTo(5);
    assertThat(prime).isEqualTo(DhPrime.of(Bytes.of(new byte[] {23})));
    assertThat(DhPrime.of(Bytes.of(new byte[0])).bits()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0x0017, secp256r1, ELLIPTIC_CURVE, 256",
    "0x001D, x25519, ELLIPTIC_CURVE, 255",
    "0x0020, brainpoolP384r1tls13, ELLIPTIC_CURVE, 384",
    "0x0201, MLKEM768, ML_KEM, 768",
    "0x11EB, SecP256r1MLKEM768, HYBRID, 256",
    "0x11EC, X25519MLKEM768, HYBRID, 255",
    "0x11ED, SecP384r1MLKEM1024, HYBRID, 384"
  })
  void groups(int code, String name, GroupKind kind, int bits) {
    assertThat(Groups.find(code))
        .contains(new GroupProperties(new NamedGroup(code, name, OptionalInt.empty()), kind, bits));
  }

  @Test
  void groupsOfPrimesTellTheirSize() {
    assertThat(Groups.named(0x0104))
        .isEqualTo(new NamedGroup(0x0104, "ffdhe8192", OptionalInt.of(8192)));
    assertThat(Groups.named(0x1A1A))
        .isEqualTo(new NamedGroup(0x1A1A, "0x1A1A", OptionalInt.empty()));
  }

  /** An independent library's names for the numbers that it knows. */
  @Test
  void namesAgreeWithBouncyCastle() {
    for (GroupProperties group : Groups.all()) {
      String name = org.bouncycastle.tls.NamedGroup.getName(group.code());
      assertThat(name).isIn(group.group().name(), "UNKNOWN", "PRIVATE");
      assertThat(group.group().dhBits().orElse(0))
          .isEqualTo(org.bouncycastle.tls.NamedGroup.getFiniteFieldBits(group.code()));
    }
    for (SignatureScheme scheme : SignatureSchemes.all()) {
      String name = org.bouncycastle.tls.SignatureScheme.getName(scheme.code());
      assertThat(name).isIn(scheme.name(), "UNKNOWN", "PRIVATE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x0101, rsa_pkcs1_md5, MD5",
    "0x0202, dsa_sha1, SHA1",
    "0x0303, ecdsa_sha224, SHA224",
    "0x0403, ecdsa_secp256r1_sha256, SHA256",
    "0x0420, rsa_pkcs1_sha256_legacy, SHA256",
    "0x0708, sm2sig_sm3, SM3",
    "0x0806, rsa_pss_rsae_sha512, SHA512",
    "0x0807, ed25519, NONE",
    "0x0905, mldsa65, NONE",
    "0x2A2A, 0x2A2A, NONE"
  })
  void schemes(int code, String name, Hash hash) {
    assertThat(SignatureSchemes.named(code)).isEqualTo(new SignatureScheme(code, name));
    assertThat(SignatureSchemes.hash(SignatureSchemes.named(code))).isEqualTo(hash);
  }

  @Test
  void beforeTls12RsaSignsTwoHashes() {
    assertThat(SignatureSchemes.hash(SignatureSchemes.RSA_MD5_SHA1)).isEqualTo(Hash.MD5_SHA1);
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void versionsHaveNumbers(TlsVersion version) {
    assertThat(Versions.of(Versions.code(version))).contains(version);
  }

  @Test
  void alertsHaveNames() {
    assertThat(TlsAlerts.named(70).name()).isEqualTo("protocol_version");
    assertThat(TlsAlerts.named(250).name()).isEqualTo("alert_250");
  }

  /** The sixteen values of RFC 8701 section 2. */
  @Test
  void grease() {
    assertThat(IntStream.range(0, 0x10000).filter(Grease::is).boxed().toList())
        .hasSize(16)
        .startsWith(0x0A0A, 0x1A1A, 0x2A2A)
        .endsWith(0xFAFA);
  }
}
