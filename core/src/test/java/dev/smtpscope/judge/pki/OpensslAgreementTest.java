package dev.smtpscope.judge.pki;

import static dev.smtpscope.fixture.Certificates.ANCHORS;
import static dev.smtpscope.fixture.Certificates.CA;
import static dev.smtpscope.fixture.Certificates.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we trust is what {@code openssl verify} accepts, dates left aside. */
class OpensslAgreementTest {
  private static final String HOST = "mail.example.org";
  private static final TestCa STRANGER = TestCa.named("Stranger", Scenes.NOW);

  @TempDir private Path folder;

  @BeforeAll
  static void needsOpenssl() {
    assumeTrue(
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place, "openssl"))),
        "openssl is not installed");
  }

  @Test
  void agreesOnEveryChain() throws Exception {
    Identity noCa = CA.issue(CA.authority("No CA").authority(false));
    Identity wrongUse = CA.issue(CA.authority("Wrong use").keyUsage(128));
    Identity second = CA.issue(CA.authority("Second"));
    Map<String, Chain> chains =
        Map.of(
            "good", CA.chain(HOST),
            "with root", CA.chain(HOST).plus(CA.root()),
            "expired", CA.chain(CA.server(HOST).expired(Duration.ofDays(3))),
            "elliptic", CA.chain(CA.server(HOST).key(KeyType.EC_P256)),
            "disordered", Chain.of(CA.issue(CA.server(HOST), second), CA.intermediate(), second),
            "leaf only", CA.chain(HOST).leafOnly(),
            "self-signed", Chain.of(CA.selfSigned(CA.server(HOST))),
            "stranger", STRANGER.chain(HOST).plus(STRANGER.root()),
            "no authority", Chain.of(CA.issue(CA.server(HOST), noCa), noCa, CA.intermediate()),
            "wrong use",
                Chain.of(CA.issue(CA.server(HOST), wrongUse), wrongUse, CA.intermediate()));
    for (Map.Entry<String, Chain> entry : chains.entrySet()) {
      Chain chain = entry.getValue();
      boolean trusted =
          PathVerdict.of(sent(chain), ANCHORS, Scenes.NOW) instanceof PathVerdict.Trusted;
      assertThat(trusted).as(entry.getKey()).isEqualTo(opensslAccepts(chain));
    }
  }

  private boolean opensslAccepts(Chain chain) throws IOException, InterruptedException {
    Path root = CA.writeRoot(folder.resolve("root.pem"));
    Path all = Files.writeString(folder.resolve("all.pem"), chain.certificatesPem());
    Path leaf = Files.writeString(folder.resolve("leaf.pem"), chain.leafOnly().certificatesPem());
    Process process =
        new ProcessBuilder(
                "openssl",
                "verify",
                "-no_check_time",
                "-no-CApath",
                "-no-CAstore",
                "-CAfile",
                root.toString(),
                "-untrusted",
                all.toString(),
                leaf.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(said).matches("(?s).*(: OK|verification failed).*");
    return exit == 0;
  }
}
