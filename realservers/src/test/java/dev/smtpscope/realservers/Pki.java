package dev.smtpscope.realservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.smtpscope.realservers.Certificate.Link;
import dev.smtpscope.realservers.Certificate.Names;
import dev.smtpscope.realservers.Certificate.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Certification authorities made afresh for the test run by the {@code openssl} program: a root, an
 * intermediate, a stranger, and each {@link Certificate} when it is first asked for. Safe for use
 * by several threads.
 */
final class Pki {
  /** The name that the servers go by. */
  static final String HOST = "mail.smtpscope.test";

  /** A name that no server goes by. */
  static final String OTHER_HOST = "other.smtpscope.test";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'000000Z'");
  private static final String AUTHORITY =
      """
      basicConstraints = critical, CA:true
      keyUsage = critical, keyCertSign, cRLSign
      subjectKeyIdentifier = hash
      """;
  private static final String LEAF =
      """
      basicConstraints = critical, CA:false
      keyUsage = critical, digitalSignature, keyEncipherment
      extendedKeyUsage = serverAuth
      subjectKeyIdentifier = hash
      authorityInfoAccess = caIssuers;URI:http://ca.smtpscope.test/intermediate.der
      """;

  /**
   * What a server is configured with.
   *
   * @param chain the certificates it sends, PEM
   * @param key its private key, PEM, not encrypted
   */
  record Identity(Path chain, Path key) {}

  private final Path directory;
  private final Map<Certificate.Key, Path> keys = new EnumMap<>(Certificate.Key.class);
  private final Map<Certificate, Identity> issued = new EnumMap<>(Certificate.class);

  private Pki(Path directory) throws IOException {
    this.directory = directory;
    write(
        file("openssl", "cnf"),
        Template.fill("openssl.cnf", Map.of("directory", directory.toString())));
    Files.createFile(directory.resolve("index"));
    authority("root", "root");
    authority("intermediate", "root");
    authority("stranger", "stranger");
  }

  /** Makes root and intermediate in an empty directory. */
  static Pki in(Path directory) {
    try {
      return new Pki(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The trust anchor of all but the self-signed certificate, PEM. */
  Path root() {
    return file("root", "crt");
  }

  /** The intermediate, PEM. */
  Path intermediate() {
    return file("intermediate", "crt");
  }

  /**
   * SHA-256 of what a server with {@code certificate} is told to send, in lower-case hexadecimal.
   */
  List<String> fingerprints(Certificate certificate) {
    return OpenSslClient.chain(read(identity(certificate).chain())).stream()
        .map(OpenSslClient::fingerprint)
        .toList();
  }

  synchronized Identity identity(Certificate certificate) {
    return issued.computeIfAbsent(certificate, this::issue);
  }

  private Identity issue(Certificate certificate) {
    String name = certificate.name();
    String host = certificate.names() == Names.OTHER ? OTHER_HOST : HOST;
    String issuer = certificate == Certificate.SELF_SIGNED ? name : "intermediate";
    copy(keys.computeIfAbsent(certificate.key(), this::generate), file(name, "key"));
    request(name, host);
    write(
        file(name, "ext"),
        LEAF + (certificate.names() == Names.CN_ONLY ? "" : "subjectAltName = DNS:" + host));
    sign(name, issuer, certificate.digest(), certificate.validity());
    return new Identity(chain(certificate), file(name, "key"));
  }

  private Path chain(Certificate certificate) {
    var pem = new StringBuilder();
    for (Link link : certificate.chain()) {
      pem.append(read(file(link == Link.LEAF ? certificate.name() : link.file(), "crt")));
    }
    return write(file(certificate.name(), "chain"), pem.toString());
  }

  private void authority(String name, String issuer) {
    generate(Certificate.Key.RSA_2048, file(name, "key"));
    request(name, "smtpscope test " + name);
    write(file(name, "ext"), AUTHORITY);
    sign(name, issuer, "sha256", new Validity(-400, 4000));
  }

  private Path generate(Certificate.Key key) {
    return generate(key, file(key.name(), "key"));
  }

  private static Path generate(Certificate.Key key, Path file) {
    var words = new ArrayList<>(List.of("openssl", "genpkey", "-out", file.toString()));
    words.addAll(key.options());
    Command.of(words).succeed();
    return file;
  }

  private void request(String name, String commonName) {
    var words = new ArrayList<>(List.of("openssl", "req", "-new", "-utf8"));
    words.addAll(List.of("-subj", "/CN=" + commonName, "-key", file(name, "key").toString()));
    words.addAll(List.of("-config", file("openssl", "cnf").toString()));
    words.addAll(List.of("-out", file(name, "csr").toString()));
    Command.of(words).succeed();
  }

  private void sign(String name, String issuer, String digest, Validity validity) {
    var words = new ArrayList<String>(List.of("openssl", "ca", "-batch", "-notext"));
    words.addAll(List.of("-config", file("openssl", "cnf").toString()));
    words.addAll(List.of("-extfile", file(name, "ext").toString()));
    words.addAll(List.of("-md", digest, "-preserveDN"));
    words.addAll(List.of("-startdate", day(validity.fromDay()), "-enddate", day(validity.toDay())));
    words.addAll(List.of("-keyfile", file(issuer, "key").toString()));
    words.addAll(
        name.equals(issuer)
            ? List.of("-selfsign")
            : List.of("-cert", file(issuer, "crt").toString()));
    words.addAll(List.of("-in", file(name, "csr").toString()));
    words.addAll(List.of("-out", file(name, "crt").toString()));
    Command.of(words).succeed();
  }

  private static String day(int fromToday) {
    return TIME.format(LocalDate.now(ZoneOffset.UTC).plusDays(fromToday));
  }

  private Path file(String name, String suffix) {
    return directory.resolve(name + "." + suffix);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
