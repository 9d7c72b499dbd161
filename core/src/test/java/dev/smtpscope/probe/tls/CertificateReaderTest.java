package dev.smtpscope.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CertificateDetails.AlternativeName;
import dev.smtpscope.facts.CertificateDetails.PublicKeyInfo;
import dev.smtpscope.facts.PeerCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values are what {@code openssl x509 -text} prints for the same file. */
class CertificateReaderTest {
  private final byte[] rich = der("rich.pem");

  @Test
  void readsNames() {
    CertificateDetails details = details();
    assertThat(details.subject())
        .isEqualTo(
            "emailAddress=post@example.org,CN=mail.example,CN=first.example,OU=Post ü,"
                + "O=Example\\, Inc.,C=CH");
    assertThat(details.isSelfIssued()).isTrue();
    assertThat(details.commonNames()).containsExactly("mail.example", "first.example");
    assertThat(details.alternativeNames())
        .containsExactly(
            new AlternativeName(AlternativeName.Type.DNS, "mail.example"),
            new AlternativeName(AlternativeName.Type.DNS, "*.example"),
            new AlternativeName(AlternativeName.Type.IP, "192.0.2.1"),
            new AlternativeName(AlternativeName.Type.IP, "2001:db8::1"),
            new AlternativeName(AlternativeName.Type.EMAIL, "a@example.org"),
            new AlternativeName(AlternativeName.Type.URI, "https://example.org/"),
            new AlternativeName(AlternativeName.Type.OTHER, "type 0"));
  }

  @Test
  void readsKeySignatureAndDates() {
    CertificateDetails details = details();
    assertThat(details.serial()).isEqualTo("deadbeef01");
    assertThat(details.notBefore()).isEqualTo(Instant.parse("2026-11-21T07:59:42Z"));
    assertThat(details.notAfter()).isEqualTo(Instant.parse("2036-11-18T07:59:42Z"));
    assertThat(details.key()).isEqualTo(new PublicKeyInfo("EC", 384, Optional.of("secp384r1")));
    assertThat(details.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
    assertThat(details.selfSigned()).isTrue();
    assertThat(details.tlsa311())
        .isEqualTo("3 1 1 44eaf49c82ce592b0f82803453e4a7dd2bd3eb98519536ca9ed7fb36b4b76b34");
    assertThat(CertificateReader.read(rich).sha256())
        .isEqualTo("b99e3a847f3c996e28ce6ce8fd6939b2ca8681cfab89cff09d718573e3ed71b9");
  }

  @Test
  void readsExtensions() {
    CertificateDetails details = details();
    assertThat(details.keyUsages()).containsExactly("digitalSignature", "keyCertSign");
    assertThat(details.extendedKeyUsages())
        .containsExactly("serverAuth", "clientAuth", "1.2.3.4.5");
    assertThat(details.authority()).isTrue();
    assertThat(details.mustStaple()).isTrue();
    assertThat(details.ocspUrls()).containsExactly("http://ocsp.example/");
    assertThat(details.issuerUrls()).containsExactly("http://ca.example/ca.der");
    assertThat(details.crlUrls())
        .containsExactly("http://crl.example/a.crl", "http://crl.example/b.crl");
    assertThat(details.embeddedScts()).isEqualTo(2);
  }

  @Test
  void changedSignatureIsNotSelfSigned() {
    byte[] forged = rich.clone();
    forged[forged.length - 1] ^= 1;
    assertThat(CertificateReader.read(forged).details().orElseThrow().selfSigned()).isFalse();
  }

  @Test
  void garbageHasNoDetailsButKeepsItsBytes() {
    PeerCertificate garbage = CertificateReader.read("no DER".getBytes(StandardCharsets.UTF_8));
    assertThat(garbage.details()).isEmpty();
    assertThat(garbage.der().toArray()).asString().isEqualTo("no DER");
    assertThat(CertificateReader.read(new byte[0]).details()).isEmpty();
  }

  @Test
  void deepNestingIsHarmless() {
    byte[] nested = new byte[CertificateReader.MAX_LENGTH];
    for (int i = 0; i + 1 < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertThat(CertificateReader.read(nested).details()).isEmpty();
    byte[] definite = new byte[0xfffc];
    for (int i = 0; i < definite.length; i += 4) {
      int inner = definite.length - i - 4;
      definite[i] = 0x30;
      definite[i + 1] = (byte) 0x82;
      definite[i + 2] = (byte) (inner >> 8);
      definite[i + 3] = (byte) inner;
    }
    assertThat(CertificateReader.read(definite).details()).isEmpty();
  }

  @Test
  void mutationsNeverThrowAndTextsStayPrintable() {
    Random random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      byte[] mutant = rich.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      byte[] cut =
          random.nextInt(10) == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
      CertificateReader.read(cut)
          .details()
          .ifPresent(d -> assertThat(d.toString()).matches("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]*"));
    }
  }

  private CertificateDetails details() {
    return CertificateReader.read(rich).details().orElseThrow();
  }

  private static byte[] der(String resource) {
    try (InputStream in = CertificateReaderTest.class.getResourceAsStream(resource)) {
      String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
