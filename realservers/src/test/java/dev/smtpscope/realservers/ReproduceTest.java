package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command that a finding gives runs in a shell as it is and shows what was found. */
class ReproduceTest {
  /** What is to be seen in the output, by the finding's id. */
  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          entry("auth-plaintext-before-tls", "(?s).* -> EHLO .*<-  250.AUTH PLAIN.*"),
          entry("certificate-chain-incomplete", "(?s).*unable to verify the first certificate.*"),
          entry("certificate-chain-order", "(?s).* 1 s:CN = [a-z ]+ root\n.* 2 s:CN = .*"),
          entry("certificate-chain-surplus/root", "(?s).* s:(CN = [a-z ]+ root)\n   i:\\1\n.*"),
          entry("certificate-chain-surplus/unrelated", "(?s).* 2 s:CN = [a-z ]+ stranger\n.*"),
          entry("certificate-common-name-only", "(?s)(?!.*DNS:).*subject=CN = .*"),
          entry("certificate-expired", "(?s).*notAfter=Nov .*"),
          entry("certificate-expiring", "(?s).*notAfter=.*"),
          entry("certificate-name-mismatch", "(?s).*DNS:other\\..*"),
          entry("certificate-not-yet-valid", "(?s).*notBefore=.*"),
          entry("certificate-self-signed", "(?s)subject=(CN = .*?)\nissuer=\\1\n.*"),
          entry("certificate-weak-key", "(?s).*Public-Key: \\(1024 bit\\).*"),
          entry("certificate-weak-signature", "(?s).*Signature Algorithm: sha1With.*"),
          entry("greeting-rejected", "(?s).*<\\*\\* 5[0-9]{2} .*"),
          entry(
              "greeting-version-disclosed",
              "(?s).*<[-~]  220 .*(Exim|Haraka|Sendmail|Postfix).*[0-9].*"),
          entry("starttls-broken", "(?s).* -> STARTTLS.*<\\*\\* 454 .*"),
          entry("starttls-missing", "(?s)(?!.*STARTTLS).* -> EHLO .*<-  250 .*"),
          entry(
              "tls-client-certificate-requested",
              "(?s).*(Acceptable client certificate CA|\nRequested Signature Algorithms).*"),
          entry("tls-no-post-quantum", "(?s).*Protocol  : TLSv1\n.*"),
          entry("tls-version-outdated", "(?s).*Protocol  : TLSv1\n.*Master-Key: [0-9A-F]+\n.*"));

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"POSTFIX_RATE_LIMITED", "OPENSMTPD_TLS"})
  void showsWhatWasFound(Scenario scenario) {
    Checked checked = Checked.of(scenario);
    Workspace workspace = checked.server().workspace();
    Map<String, String> environment = RealServers.available(() -> environment(workspace));
    for (Finding finding : onePortEach(checked)) {
      String output = Command.of("bash", "-c", finding.reproduce()).with(environment).run().text();
      assertThat(output).as(finding.reproduce()).matches(SHOWN.get(finding.id()));
    }
  }

  /** Each finding once by STARTTLS and once by TLS from the first byte. */
  private static List<Finding> onePortEach(Checked checked) {
    Stream<Finding> findings = checked.report().verdicts().findings().stream();
    return List.copyOf(
        findings
            .collect(Collectors.toMap(ReproduceTest::kind, finding -> finding, (one, _) -> one))
            .values());
  }

  private static String kind(Finding finding) {
    boolean implicit =
        finding.subject() instanceof Subject.OfEndpoint(var endpoint)
            && endpoint.service().port() == 465;
    return finding.id() + implicit;
  }

  /** A shell that finds {@code swaks}, and trusts the root of the server's certificate. */
  private static Map<String, String> environment(Workspace workspace) {
    Unpacked swaks = Unpacked.of("swaks");
    workspace.program("bin/swaks", "exec perl " + swaks.file("usr/bin/swaks") + " \"$@\"");
    var environment = new HashMap<>(swaks.environment());
    environment.put("PATH", workspace.path("bin") + ":" + System.getenv("PATH"));
    environment.put("SSL_CERT_FILE", RealServers.pki().root().toString());
    return environment;
  }
}
