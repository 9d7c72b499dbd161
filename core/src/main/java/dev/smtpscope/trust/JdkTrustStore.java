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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/**
 * The roots that this JDK trusts. The file is read when a root is first asked for, and only
 * certificates with the wanted name are parsed: loading the whole store costs more than the rest of
 * a check. A store that can't be read has no roots. Safe for all threads.
 */
public final class JdkTrustStore implements TrustAnchors {
  private final Path file;
  private final Map<X500Principal, List<X509Certificate>> found = new ConcurrentHashMap<>();
  private List<byte[]> slices = List.of();

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

  /** Equal names may differ in their bytes, so they are compared by value where no bytes fit. */
  private List<X509Certificate> search(X500Principal subject) {
    if (slices().isEmpty()) {
      return load().stream().filter(r -> r.getSubjectX500Principal().equals(subject)).toList();
    }
    byte[] name = subject.getEncoded();
    List<X509Certificate> quick = parse(s -> Arrays.equals(CertificateSlices.subject(s), name));
    return quick.isEmpty() ? parse(s -> isNamed(s, subject)) : quick;
  }

  private static boolean isNamed(byte[] slice, X500Principal subject) {
    try {
      return new X500Principal(CertificateSlices.subject(slice)).equals(subject);
    } catch (IllegalArgumentException notAName) {
      return false;
    }
  }

  private List<X509Certificate> parse(Predicate<byte[]> wanted) {
    return slices().stream()
        .filter(wanted)
        .map(JdkTrustStore::parse)
        .flatMap(Optional::stream)
        .toList();
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
