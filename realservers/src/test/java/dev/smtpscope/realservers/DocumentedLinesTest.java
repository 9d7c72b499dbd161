package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.Fix;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lines for servers that cannot be run here use nothing but what their manuals name: Microsoft's
 * reference of Exchange cmdlets, Haraka's CoreConfig and plugin pages.
 */
class DocumentedLinesTest {
  private static final Pattern PARAMETER = Pattern.compile(" -([A-Z]\\w+)");
  private static final Map<String, Set<String>> CMDLETS =
      Map.of(
          "Set-ReceiveConnector",
              Set.of(
                  "AuthMechanism",
                  "Banner",
                  "Bindings",
                  "ChunkingEnabled",
                  "EightBitMimeEnabled",
                  "Fqdn"),
          "Get-ReceiveConnector", Set.of(),
          "Enable-ExchangeCertificate", Set.of("Thumbprint", "Services"),
          "Import-ExchangeCertificate", Set.of("FileData", "Password", "AsSecureString"));
  private static final Map<String, Set<String>> HARAKA =
      Map.of(
          "config/smtp.ini", Set.of("listen", "smtps_port"),
          "config/tls.ini",
              Set.of("key", "cert", "ciphers", "minVersion", "honorCipherOrder", "requestCert"),
          "config/plugins", Set.of("tls", "auth/flat_file"),
          "config/me", Set.of("mail.example.org"));

  static Stream<Fix.Configuration> exchange() {
    return advised("Microsoft Exchange")
        .filter(lines -> lines.where().equals("Exchange Management Shell"));
  }

  static Stream<Fix.Configuration> haraka() {
    return advised("Haraka");
  }

  private static Stream<Fix.Configuration> advised(String software) {
    return AdvisedLinesTest.advised().filter(lines -> lines.software().equals(software));
  }

  @ParameterizedTest
  @MethodSource("exchange")
  void callsCmdletsWithTheirParameters(Fix.Configuration advised) {
    for (String line : advised.lines()) {
      String cmdlet = line.split(" ", 2)[0];
      assertThat(CMDLETS).containsKey(cmdlet);
      assertThat(CMDLETS.getOrDefault(cmdlet, Set.of())).containsAll(parameters(line));
    }
  }

  @ParameterizedTest
  @MethodSource("haraka")
  void setsKeysOfItsFile(Fix.Configuration advised) {
    assertThat(HARAKA).containsKey(advised.where());
    assertThat(HARAKA.getOrDefault(advised.where(), Set.of()))
        .containsAll(advised.lines().stream().map(line -> line.split("=", 2)[0]).toList());
  }

  private static List<String> parameters(String line) {
    return PARAMETER.matcher(line).results().map((MatchResult it) -> it.group(1)).toList();
  }
}
