package dev.smtpscope.reference.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.TlsVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CipherSuitesTest {
  @ParameterizedTest
  @CsvSource({
    "0x0003, RSA, RSA, RC4, 40, STREAM, MD5, true, SSL_3",
    "0x0008, RSA, RSA, DES40, 40, CBC, SHA1, true, SSL_3",
    "0x000A, RSA, RSA, TRIPLE_DES, 112, CBC, SHA1, false, SSL_3",
    "0x0017, DHE, ANONYMOUS, RC4, 40, STREAM, MD5, true, SSL_3",
    "0x0029, KRB5, KRB5, DES, 40, CBC, MD5, true, SSL_3",
    "0x0062, RSA, RSA, DES, 56, CBC, SHA1, true, SSL_3",
    "0x003B, RSA, RSA, NULL, 0, NONE, SHA256, false, TLS_1_2",
    "0x0030, DH, DSS, AES, 128, CBC, SHA1, false, SSL_3",
    "0x009F, DHE, RSA, AES, 256, GCM, SHA384, false, TLS_1_2",
    "0x00C6, TLS_1_3, TLS_1_3, SM4, 128, GCM, SM3, false, TLS_1_3",
    "0x1303, TLS_1_3, TLS_1_3, CHACHA20, 256, POLY1305, SHA256, false, TLS_1_3",
    "0x1305, TLS_1_3, TLS_1_3, AES, 128, CCM_8, SHA256, false, TLS_1_3",
    "0x1307, TLS_1_3, TLS_1_3, AEGIS, 128, AEGIS, SHA256, false, TLS_1_3",
    "0xC009, ECDHE, ECDSA, AES, 128, CBC, SHA1, false, SSL_3",
    "0xC018, ECDHE, ANONYMOUS, AES, 128, CBC, SHA1, false, SSL_3",
    "0xC0AE, ECDHE, ECDSA, AES, 128, CCM_8, SHA256, false, TLS_1_2",
    "0xC0AA, DHE_PSK, PSK, AES, 128, CCM_8, SHA256, false, TLS_1_2",
    "0xC0B5, TLS_1_3, TLS_1_3, NULL, 0, NONE, SHA384, false, TLS_1_3",
    "0xC102, GOST, GOST, GOST_28147, 256, COUNTER, GOST, false, TLS_1_2",
    "0xC106, GOST, GOST, MAGMA, 256, MGM, GOST, false, TLS_1_3",
    "0xCC14, ECDHE, ECDSA, CHACHA20, 256, POLY1305, SHA256, false, TLS_1_2",
    "0x020080, RSA, RSA, RC4, 40, STREAM, MD5, true, SSL_2",
    "0x0700C0, RSA, RSA, TRIPLE_DES, 112, CBC, MD5, false, SSL_2"
  })
  void namesTellWhatSuitesAreMadeOf(
      int code,
      Exchange exchange,
      Authentication authentication,
      BulkCipher cipher,
      int bits,
      Mode mode,
      Hash hash,
      boolean export,
      TlsVersion since) {
    assertThat(CipherSuites.find(code))
        .contains(
            new SuiteProperties(
                CipherSuites.named(code),
                exchange,
                authentication,
                cipher,
                bits,
                mode,
                hash,
                export,
                since));
  }

  /** Signals and unknown numbers have names but no properties. */
  @ParameterizedTest
  @CsvSource({
    "0x00FF, TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
    "0x5600, TLS_FALLBACK_SCSV",
    "0x0A0A, 0x0A0A",
    "0xFEFE, 0xFEFE"
  })
  void whatIsNoSuite(int code, String name) {
    assertThat(CipherSuites.find(code)).isEmpty();
    assertThat(CipherSuites.named(code)).isEqualTo(new CipherSuite(code, name));
  }

  @Test
  void everySuiteIsRead() {
    assertThat(CipherSuites.all()).hasSize(362 + 8);
    assertThat(CipherSuites.all()).extracting(SuiteProperties::code).doesNotHaveDuplicates();
    assertThat(CipherSuites.all())
        .extracting(SuiteProperties::code)
        .doesNotContainAnyElementsOf(Grease.CODES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSL_3", "TLS_1_0", "TLS_1_1"})
  void aeadIsOfTls12(TlsVersion version) {
    assertThat(CipherSuites.in(version))
        .noneMatch(SuiteProperties::isAead)
        .isSubsetOf(CipherSuites.in(TlsVersion.TLS_1_2));
  }

  @Test
  void tls13SharesNoSuites() {
    assertThat(CipherSuites.in(TlsVersion.TLS_1_3))
        .doesNotContainAnyElementsOf(CipherSuites.in(TlsVersion.TLS_1_2))
        .extracting(SuiteProperties::code)
        .contains(0x1301, 0x1302, 0x1303, 0x1304, 0x1305, 0x00C6);
  }

  /** What an independent library makes of the numbers that it knows. */
  @Test
  void agreesWithBouncyCastle() throws IOException {
    List<SuiteProperties> known =
        CipherSuites.in(TlsVersion.TLS_1_2).stream()
            .filter(suite -> suite.code() < 0x10000)
            .filter(suite -> TlsUtils.getKeyExchangeAlgorithm(suite.code()) >= 0)
            .toList();
    assertThat(known).hasSizeGreaterThan(200);
    for (SuiteProperties suite : known) {
      int code = suite.code();
      String name = suite.suite().name();
      assertThat(suite.isAead()).as(name).isEqualTo(TlsUtils.isAEADCipherSuite(code));
      assertThat(suite.mode() == Mode.CBC).as(name).isEqualTo(TlsUtils.isBlockCipherSuite(code));
      assertThat(suite.isIn(TlsVersion.TLS_1_1))
          .as(name)
          .isEqualTo(TlsUtils.isValidVersionForCipherSuite(code, ProtocolVersion.TLSv11));
    }
  }

  /** Names, and what follows from them, as {@code openssl ciphers} has them. */
  @Test
  void agreesWithOpenssl() throws IOException {
    List<String> lines = openssl();
    assumeFalse(lines.isEmpty(), "openssl is not installed");
    assertThat(lines).hasSizeGreaterThan(100);
    for (String line : lines) {
      Matcher field = LINE.matcher(line);
      assertThat(field.matches()).as(line).isTrue();
      SuiteProperties suite =
          CipherSuites.find(HexFormat.fromHexDigits(field.group(1) + field.group(2))).orElseThrow();
      assertThat(suite.suite().name()).isEqualTo(field.group("name"));
      assertThat(described(suite))
          .as(line)
          .isEqualTo(
              "Kx=%s Au=%s bits=%s Mac=%s"
                  .formatted(
                      field.group("kx"),
                      field.group("au"),
                      field.group("bits") == null ? "0" : field.group("bits").replace("168", "112"),
                      field.group("mac")));
    }
  }

  private static final Pattern LINE =
      Pattern.compile(
          " *0x(..),0x(..) - (?<name>\\S+) +- \\S+ +(?<since>\\S+) +Kx=(?<kx>\\S+) +Au=(?<au>\\S+)"
              + " +Enc=[^( ]+(\\((?<bits>\\d+)\\))? +Mac=(?<mac>\\S+).*");

  private static String described(SuiteProperties suite) {
    String kx =
        switch (suite.exchange()) {
          case DHE -> "DH";
          case ECDHE -> "ECDH";
          case TLS_1_3 -> "any";
          default -> suite.exchange().name().replace("_", "");
        };
    String au =
        switch (suite.authentication()) {
          case ANONYMOUS -> "None";
          case TLS_1_3 -> "any";
          case PASSWORD -> "SRP";
          default -> suite.authentication().name();
        };
    String mac = suite.isAead() ? "AEAD" : suite.hash().name();
    return "Kx=%s Au=%s bits=%s Mac=%s".formatted(kx, au, suite.bits(), mac);
  }

  private static List<String> openssl() throws IOException {
    try {
      Process process =
          new ProcessBuilder(
                  "openssl", "ciphers", "-V", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")
              .start();
      return process.inputReader(StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException notInstalled) {
      return List.of();
    }
  }
}
