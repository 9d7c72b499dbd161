package dev.smtpscope.trust;

import dev.smtpscope.judge.pki.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;

/**
 * The roots that this JDK trusts. The file is read when a root is first asked for, and only
 * certificates that hold the wanted name are parsed: loading the whole store costs more than the
 * rest of a check. A store that can't be read has no roots. Safe for all threads.
 */
public final class JdkTrustStore implements TrustAnchors {
  private final Path file;
  private final Map<X500Principal, List<X509Certificate>> found = new ConcurrentHashMap<>();
  private List<byte[]> slices = List.of();
  private List<X509Certificate> parsed = List.of();

  /** The store of the JDK that runs this. */
  public JdkTrustStore() {
    this(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"));
  }

  JdkTrustStore(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return "JDK trust store";
  }

  @Override
  public Collection<X509Certificate> bySubject(X500Principal subject) {
    return found.computeIfAbsent(subject, this::search);
  }

  /** Equal names may differ in their bytes, so all are compared where none has the same bytes. */
  private List<X509Certificate> search(X500Principal subject) {
    byte[] name = subject.getEncoded();
    List<X509Certificate> quick =
        matching(
            parse(slices().stream().filter(s -> CertificateSlices.contains(s, name)).toList()),
            subject);
    return quick.isEmpty() ? matching(all(), subject) : quick;
  }

  private static List<X509Certificate> matching(
      List<X509Certificate> roots, X500Principal subject) {
    return roots.stream().filter(r -> r.getSubjectX500Principal().equals(subject)).toList();
  }

  private synchronized List<byte[]> slices() {
    if (slices.isEmpty()) {
      try {
        slices = CertificateSlices.in(Files.readAllBytes(file));
      } catch (IOException e) {
        slices = List.of();
      }
    }
    return slices;
  }

  private synchronized List<X509Certificate> all() {
    if (parsed.isEmpty()) {
      parsed = slices().isEmpty() ? load() : parse(slices());
    }
    return parsed;
  }

  private static List<X509Certificate> parse(List<byte[]> slices) {
    return slices.stream().map(JdkTrustStore::parse).flatMap(Optional::stream).toList();
  }

  private static Optional<X509Certificate> parse(byte[] slice) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(slice)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  /** For a form that hides its certificates, such as PKCS #12 with the JDK's usual password. */
  private List<X509Certificate> load() {
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
      List<X509Certificate> roots = new ArrayList<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate root) {
          roots.add(root);
        }
      }
      return roots;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return List.of();
    }
  }
}
