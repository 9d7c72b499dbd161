package dev.smtpscope.realservers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code openssl s_client} sees of a server's TLS. */
final class OpenSslClient {
  private OpenSslClient() {}

  /**
   * One handshake. Where it failed, {@link #protocol} and {@link #cipher} are empty and {@link
   * #errors} says why.
   *
   * @param protocol as OpenSSL names it: {@code TLSv1}, {@code TLSv1.1}, {@code TLSv1.2}, {@code
   *     TLSv1.3}
   * @param group key exchange group as OpenSSL names it, such as {@code X25519}; with the name of
   *     RFC 8422 for the curve that has several
   * @param signatureType such as {@code RSA-PSS} or {@code ECDSA}
   * @param verifyCode X509_V_ERR number, 0 for a chain that is trusted and bears the host's name
   * @param chain the certificates sent, in the server's order
   */
  record Handshake(
      Optional<String> protocol,
      Optional<String> cipher,
      Optional<String> group,
      Optional<String> signatureDigest,
      Optional<String> signatureType,
      int verifyCode,
      List<X509Certificate> chain,
      List<String> errors,
      String output) {
    /** SHA-256 of each certificate sent, in lower-case hexadecimal. */
    List<String> fingerprints() {
      return chain.stream().map(OpenSslClient::fingerprint).toList();
    }
  }

  /** Shakes hands on a port, trusting the root of the server's PKI and expecting its name. */
  static Handshake handshake(RunningServer server, Listener listener, String... more) {
    var words = new ArrayList<>(List.of("openssl", "s_client", "-showcerts", "-auth_level", "2"));
    words.addAll(List.of("-connect", server.ip() + ":" + listener.port()));
    words.addAll(List.of("-servername", Pki.HOST, "-verify_hostname", Pki.HOST));
    words.addAll(List.of("-CAfile", server.pki().root().toString()));
    words.addAll(List.of("-cipher", "DEFAULT:@SECLEVEL=0"));
    if (listener.offersStarttls()) {
      words.addAll(List.of("-starttls", "smtp", "-name", "client.smtpscope.test"));
    }
    words.addAll(List.of(more));
    return parse(Command.of(words).input("Q\n").run().text());
  }

  static Handshake parse(String output) {
    return new Handshake(
        protocol(output),
        find("(?m)^New, .*, Cipher is ([A-Z].*)$", output),
        find("(?m)^(?:Server|Peer) Temp Key: (?:ECDH, )?([^,]+)", output)
            .map(name -> name.equals("prime256v1") ? "secp256r1" : name),
        find("(?m)^Peer signing digest: (.+)$", output),
        find("(?m)^Peer signature type: (.+)$", output),
        find("(?m)^ *Verify return code: (\\d+)", output).map(Integer::parseInt).orElse(-1),
        chain(output),
        output.lines().filter(line -> line.contains(":error:")).toList(),
        output);
  }

  // Below TLS 1.3 the line "New, ..." names the version that first had the cipher suite.
  private static Optional<String> protocol(String output) {
    return find("(?m)^New, (TLSv1\\.3), Cipher is", output)
        .or(() -> find("(?m)^ *Protocol *: *(.+)$", output))
        .filter(_ -> !output.contains("Cipher is (NONE)"));
  }

  private static Optional<String> find(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The certificates of a PEM text. */
  static List<X509Certificate> chain(String output) {
    return Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----")
        .matcher(output)
        .results()
        .map(match -> certificate(match.group()))
        .toList();
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException(pem, e);
    }
  }

  /** Its SHA-256 in lower-case hexadecimal. */
  static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
