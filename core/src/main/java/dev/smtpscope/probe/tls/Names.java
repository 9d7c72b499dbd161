package dev.smtpscope.probe.tls;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.SignatureScheme;
import dev.smtpscope.facts.TlsAlert;
import dev.smtpscope.facts.TlsVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;

/** Registry names for the numbers on the wire. */
final class Names {
  private static final String SUITES = "cipher-suites.tsv";

  private Names() {}

  static CipherSuite cipherSuite(int code) {
    String key = HexFormat.of().withUpperCase().toHexDigits((short) code);
    try (BufferedReader lines = open()) {
      return new CipherSuite(
          code,
          lines
              .lines()
              .filter(line -> line.startsWith(key))
              .findFirst()
              .map(line -> line.substring(line.indexOf('\t') + 1))
              .orElse("0x" + key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open() {
    InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream(SUITES), SUITES);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
  }

  static NamedGroup group(int code) {
    int dhBits = org.bouncycastle.tls.NamedGroup.getFiniteFieldBits(code);
    return new NamedGroup(
        code,
        org.bouncycastle.tls.NamedGroup.getName(code),
        dhBits > 0 ? OptionalInt.of(dhBits) : OptionalInt.empty());
  }

  static SignatureScheme signatureScheme(int code) {
    return new SignatureScheme(code, org.bouncycastle.tls.SignatureScheme.getName(code));
  }

  /** The scheme of a signature before TLS 1.3; before 1.2 there is no number for it. */
  static SignatureScheme signature(Optional<SignatureAndHashAlgorithm> named, short keyAlgorithm) {
    return named
        .map(pair -> signatureScheme(pair.getHash() << 8 | pair.getSignature()))
        .orElseGet(() ->
            keyAlgorithm == SignatureAlgorithm.rsa
                ? new SignatureScheme(-1, "rsa_pkcs1_md5_sha1")
                : new SignatureScheme(-1, SignatureAlgorithm.getName(keyAlgorithm) + "_sha1"));
  }

  static TlsAlert alert(int code) {
    return new TlsAlert(code, AlertDescription.getName((short) code));
  }

  static Optional<TlsVersion> version(ProtocolVersion version) {
    return switch (version.getFullVersion()) {
      case 0x0300 -> Optional.of(TlsVersion.SSL_3);
      case 0x0301 -> Optional.of(TlsVersion.TLS_1_0);
      case 0x0302 -> Optional.of(TlsVersion.TLS_1_1);
      case 0x0303 -> Optional.of(TlsVersion.TLS_1_2);
      case 0x0304 -> Optional.of(TlsVersion.TLS_1_3);
      default -> Optional.empty();
    };
  }
}
