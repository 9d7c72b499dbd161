package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.target.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EnabledIfSystemProperty(named = "smtpscope.bench", matches = "testssl")
class TestsslAgreementTest {
  private static final Path KEPT = Path.of(System.getProperty("smtpscope.testssl", "target/testssl"));

  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX_GOOD", "POSTFIX_ECDSA", "POSTFIX_TLS_1_0", "EXIM_GOOD", "SENDMAIL_GOOD"})
  void capture(Scenario scenario) throws IOException {
    Endpoint server =
        new Endpoint(RealServers.spare(scenario).address(), Service.onPort(25));
    Files.createDirectories(KEPT);
    Path file = KEPT.resolve(scenario + ".json");
    if (!Files.exists(file)) {
      List<String> lines = SuiteScanner.testssl(server, List.of("-p", "-E", "-P", "-S", "-f", "-U"));
      Files.write(file, lines);
    }
    assertThat(file).isNotEmptyFile();
  }
}
