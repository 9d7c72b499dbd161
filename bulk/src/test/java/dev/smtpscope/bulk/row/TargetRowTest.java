package dev.smtpscope.bulk.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Route;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import dev.smtpscope.report.Outcome;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TargetRowTest {
  @SuppressWarnings("UnusedVariable") // JUnit reads it.
  private static final List<String> NAMES = Reports.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void goesThroughJsonUnchanged(String name) throws Exception {
    TargetRow row = TargetRow.of(Reports.of(name));
    String json = RecordJson.write(row);
    assertThat(json).doesNotContain("\n");
    assertThat(RecordJson.read(json.getBytes(StandardCharsets.UTF_8), TargetRow.class))
        .isEqualTo(row);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void saysWhatTheReportSays(String name) throws Exception {
    Report report = Reports.of(name);
    TargetRow row = TargetRow.of(report);
    assertThat(row.outcome()).isEqualTo(Summary.of(report).outcome());
    assertThat(row.endpoints()).hasSameSizeAs(report.facts().endpoints());
    assertThat(row.allFindings().stream().map(Noted::id))
        .containsExactlyElementsOf(
            report.verdicts().findings().stream().map(f -> f.id()).distinct().sorted().toList());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void isSmallAndHarmless(String name) throws Exception {
    String json = RecordJson.write(TargetRow.of(Reports.of(name)));
    assertThat(json.length()).isLessThan(8_000);
    assertThat(json.chars()).allMatch(c -> c >= ' ' && c != 0x7f && c != 0x202e);
  }

  @Test
  void tellsOfAWellKeptServer() throws Exception {
    TargetRow row = TargetRow.of(Reports.of("good"));
    EndpointRow first = row.endpoints().getFirst();
    assertThat(row.kind()).isEqualTo(Route.Kind.HOST);
    assertThat(row.mtaSts()).isEmpty();
    assertThat(first.state()).isEqualTo(EndpointState.OPEN);
    assertThat(first.greetingCode()).contains(220);
    assertThat(first.ehloCode()).contains(250);
    assertThat(first.startTlsCode()).contains(220);
    assertThat(first.failedAt()).isEmpty();
    assertThat(first.tls()).isEqualTo(TlsState.ESTABLISHED);
    assertThat(first.session().orElseThrow().version()).isEqualTo(TlsVersion.TLS_1_3);
    assertThat(first.session().orElseThrow().postQuantum()).isTrue();
    assertThat(first.session().orElseThrow().certificate().orElseThrow().key())
        .isEqualTo("EC secp256r1");
    assertThat(first.times()).containsKey(Stage.HANDSHAKE);
  }

  @Test
  void tellsOfADomain() throws Exception {
    TargetRow row = TargetRow.of(Reports.of("domain"));
    assertThat(row.kind()).isEqualTo(Route.Kind.DOMAIN);
    assertThat(row.mx()).contains(MxState.LISTED);
    assertThat(row.mtaSts()).isPresent();
    assertThat(row.dane()).isPresent();
    assertThat(row.provider()).isPresent();
    assertThat(row.endpoints()).allMatch(e -> e.preference().isPresent());
  }

  @Test
  void tellsOfWhatIsWrong() throws Exception {
    assertThat(TargetRow.of(Reports.of("no-address")).outcome()).isEqualTo(Outcome.NOT_TESTED);
    assertThat(TargetRow.of(Reports.of("unreachable")).endpoints())
        .allMatch(e -> e.failedAt().equals(Optional.of(Stage.CONNECT)));
    TargetRow bad = TargetRow.of(Reports.of("bad-certificate"));
    assertThat(bad.endpoints().stream().flatMap(e -> e.session().stream()))
        .anyMatch(s -> s.certificateState() != CertificateState.VALID);
    assertThat(bad.counts()).containsKey(Severity.ERROR);
  }
}
