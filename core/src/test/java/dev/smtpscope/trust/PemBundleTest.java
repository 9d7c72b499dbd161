package dev.smtpscope.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemBundleTest {
  private static final TestCa CA = TestCa.at(Instant.parse("2026-03-01T12:00:00Z"));
  private static final TestCa OTHER = TestCa.named("Other", Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir private Path folder;

  @Test
  void readsOneOrManyWithTextBetween() throws Exception {
    TrustAnchors anchors =
        PemBundle.read(file("# ours\r\n" + CA.rootPem() + "\nthe other:\n" + OTHER.rootPem()));
    assertThat(anchors.own()).containsExactly(CA.root().certificate(), OTHER.root().certificate());
    assertThat(anchors.bySubject(CA.root().certificate().getSubjectX500Principal()))
        .containsExactly(CA.root().certificate());
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    Path missing = folder.resolve("missing.pem");
    assertThatThrownBy(() -> PemBundle.read(missing)).hasMessage("there is no file " + missing);
    assertThatThrownBy(() -> PemBundle.read(folder)).hasMessageContaining("is a directory");
    Path empty = file("nothing");
    assertThatThrownBy(() -> PemBundle.read(empty))
        .hasMessageContaining("holds no PEM certificate");
    Path broken = file(CA.rootPem() + OTHER.rootPem().replaceFirst("MII", "AAA"));
    assertThatThrownBy(() -> PemBundle.read(broken))
        .hasMessage("certificate 2 in " + broken + " can't be read as X.509");
    Path cut = file(CA.rootPem().substring(0, 200));
    assertThatThrownBy(() -> PemBundle.read(cut))
        .hasMessage("certificate 1 in " + cut + " has no end line");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "ca", ".pem"), content);
  }
}
