package dev.smtpscope.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.pki.TrustAnchors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTrustStoreTest {
  private static final Path CACERTS =
      Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");

  @Test
  void findsEveryRootThatTheKeyStoreHolds() throws Exception {
    JdkTrustStore store = new JdkTrustStore();
    List<X509Certificate> roots = roots();
    assertThat(roots).isNotEmpty();
    for (X509Certificate root : roots) {
      assertThat(store.bySubject(root.getSubjectX500Principal())).contains(root);
    }
  }

  @Test
  void unknownNameHasNoRoot() {
    assertThat(new JdkTrustStore().bySubject(new X500Principal("CN=Nobody"))).isEmpty();
  }

  @Test
  void equalNamesMayDifferInSpelling() throws Exception {
    X509Certificate root = roots().getFirst();
    X500Principal shouted =
        new X500Principal(root.getSubjectX500Principal().getName().toUpperCase(Locale.ROOT));
    assertThat(new JdkTrustStore().bySubject(shouted)).contains(root);
  }

  @Test
  void readsPkcs12WithAndWithoutPassword(@TempDir Path folder) throws Exception {
    X509Certificate root = roots().getFirst();
    for (String password : List.of("", "changeit")) {
      Path file = folder.resolve("store" + password.length());
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("root", root);
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, password.isEmpty() ? null : password.toCharArray());
      }
      TrustAnchors anchors = new JdkTrustStore(file);
      assertThat(anchors.bySubject(root.getSubjectX500Principal()))
          .hasSize(1)
          .containsExactly(root);
    }
  }

  @Test
  void missingStoreHasNoRoots(@TempDir Path folder) {
    JdkTrustStore none = new JdkTrustStore(folder.resolve("none"));
    assertThat(none.bySubject(new X500Principal("CN=Nobody"))).isEmpty();
  }

  private static List<X509Certificate> roots() throws GeneralSecurityException, IOException {
    char[] noPassword = null;
    KeyStore store = KeyStore.getInstance(CACERTS.toFile(), noPassword);
    return Collections.list(store.aliases()).stream()
        .map(alias -> {
          try {
            return (X509Certificate) store.getCertificate(alias);
          } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
          }
        })
        .toList();
  }
}
