package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.testkit.dns.DnsAnswers;
import dev.smtpscope.testkit.dns.ScriptedDnsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signed cases are proven against a real hierarchy elsewhere; here are those without. */
class DaneCheckTest {
  @TempDir Path folder;

  private Run run(String... args) throws IOException {
    TestCa ca = TestCa.of("Test", KeyType.EC_P256, Instant.now());
    Path pem = ca.chain("mx1.example.test").write(folder, "new").certificates();
    try (ScriptedDnsServer dns =
        ScriptedDnsServer.start(
            DnsAnswers.from(
                "example.test. IN MX 10 mx1.example.test.",
                "null.test. IN MX 0 .",
                "mx1.example.test. IN A 127.0.0.1"))) {
      String resolver = dns.address().getHostAddress() + ":" + dns.port();
      return Run.of(
          Stream.concat(
                  Stream.of("dane-check", "--resolver", resolver, "--cert", pem.toString()),
                  Stream.of(args))
              .toArray(String[]::new));
    }
  }

  @Test
  void aDomainThatTakesNoMailIsNotTested() throws IOException {
    Run run = run("--domain", "null.test");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(run.out()).contains("null.test: it has no mail host");
  }

  @Test
  void whatCannotBeValidatedIsNotKnown() throws IOException {
    Run run = run("--domain", "example.test");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_TESTED);
    assertThat(run.out()).contains("mx1.example.test, TLSA: not known");
  }

  @Test
  void aFileWithoutCertificatesIsWrongUsage() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here\n");
    Run run = Run.of("dane-check", "--domain", "example.test", "--cert", empty.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.complaints().getFirst()).contains("no certificates in PEM");
  }

  @Test
  void aMissingFileIsWrongUsage() {
    Run run = Run.of("dane-check", "--domain", "example.test", "--cert", "/nowhere.pem");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aDomainIsNeeded() throws IOException {
    assertThat(run().code()).isEqualTo(ExitCode.USAGE);
  }
}
