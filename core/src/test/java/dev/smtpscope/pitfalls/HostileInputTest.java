package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.json.SavedReport;
import dev.smtpscope.output.Renderers;
import dev.smtpscope.render.RenderOptions;
import dev.smtpscope.render.Renderer;
import dev.smtpscope.report.Report;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server says at whatever stage, a report of it is harmless and bounded. */
class HostileInputTest {
  private static final RenderOptions ALL =
      new RenderOptions(true, true, false, true, false, true, 80);
  private static final int BOUND = 1024 * 1024;

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "EHLO_IN_TLS", "QUIT"})
  void markupAndEscapesComeOutHarmless(At at) throws Exception {
    assertHarmless(Seen.faulty(new Fault.AnsiAndHtml(at)).report());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CONNECT", "GREETING", "EHLO", "STARTTLS", "HANDSHAKE", "EHLO_IN_TLS", "QUIT"})
  void octetsThatAreNoTextComeOutHarmless(At at) throws Exception {
    assertHarmless(Seen.stalling(new Fault.Garbage(at)).report());
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING", "EHLO", "STARTTLS", "HANDSHAKE", "EHLO_IN_TLS", "QUIT"})
  void binaryFloodsComeOutHarmless(At at) throws Exception {
    assertHarmless(Seen.faulty(new Fault.Flood(at, Fault.Endless.BINARY)).report());
  }

  @ParameterizedTest
  @EnumSource(names = {"GREETING_IN_TLS", "EHLO_IN_TLS", "QUIT"})
  void insideImplicitTlsToo(At at) throws Exception {
    Behaviour server = Behaviours.submissions(Seen.HOST, Seen.tls());
    assertHarmless(Seen.submissions(server.fault(new Fault.AnsiAndHtml(at))).report());
  }

  @Test
  void refusalsComeOutHarmless() throws Exception {
    for (At at : List.of(At.GREETING, At.EHLO, At.STARTTLS, At.EHLO_IN_TLS, At.QUIT)) {
      assertHarmless(
          Seen.faulty(new Fault.Reply(at, "554 5.7.1 no"), new Fault.AnsiAndHtml(at)).report());
    }
  }

  @Test
  void aCertificatesNamesComeOutHarmless() throws Exception {
    String hostile = "a\u001b[31mb\u202ec<script>\u0007";
    Seen seen =
        Seen.relay(
            Seen.postfix()
                .tls(Seen.tls(Seen.CA.chain(Seen.CA.server(Seen.HOST).subject("CN=" + hostile)))));
    assertThat(seen.facts().session()).isPresent();
    assertHarmless(seen.report());
  }

  @Test
  void manyShortCapabilitiesMakeNoLargeReport() throws Exception {
    String[] lines =
        IntStream.range(0, 1_400)
            .mapToObj(i -> i == 7 ? "STARTTLS" : "X" + i)
            .toArray(String[]::new);
    Seen seen = Seen.relay(Seen.postfix().capabilities(lines).capabilitiesInTls(lines));
    assertThat(seen.facts().hello().isExtended()).isTrue();
    assertHarmless(seen.report());
  }

  @Test
  void longLinesOfOctetsMakeNoLargeReport() throws Exception {
    String octets = "\u0001\u001b\u00ff".repeat(5_000);
    Seen seen =
        Seen.faulty(
            new Fault.Garbage(At.EHLO, "250-mail.example.org\r\n250 STARTTLS " + octets + "\r\n"));
    assertHarmless(seen.report());
  }

  @Test
  void largeRepliesAtEveryStageMakeNoLargeReport() throws Exception {
    String octets = " " + "\u0002".repeat(15_000) + "\r\n";
    Seen seen =
        Seen.faulty(
            new Fault.Garbage(At.GREETING, "220 mail.example.org" + octets),
            new Fault.Garbage(At.EHLO, "250-mail.example.org" + octets + "250 STARTTLS\r\n"),
            new Fault.Garbage(At.STARTTLS, "220 go" + octets),
            new Fault.Garbage(At.EHLO_IN_TLS, "250 mail.example.org" + octets),
            new Fault.Garbage(At.QUIT, "221 bye" + octets));
    assertThat(seen.facts().session()).isPresent();
    assertHarmless(seen.report());
  }

  @Test
  void aReplyBeyondAllMeasureIsToldAndNotKept() throws Exception {
    String more = "250-X-MORE\r\n".repeat(6_000);
    Seen seen = Seen.faulty(new Fault.Garbage(At.EHLO, "250-x\r\n" + more + "250 STARTTLS\r\n"));
    assertThat(seen.findings()).containsExactly("warning ehlo-rejected");
    assertThat(seen.unanswered()).contains("starttls-missing");
    assertHarmless(seen.report());
  }

  private static void assertHarmless(Report report) throws Exception {
    for (Renderer renderer : Renderers.ALL) {
      for (RenderOptions options : List.of(RenderOptions.PLAIN, ALL)) {
        String text = rendered(renderer, report, options);
        assertThat(text.codePoints().filter(c -> c != '\n' && isHarmful(c)).count())
            .as(renderer.format())
            .isZero();
        assertThat(text).as(renderer.format()).hasSizeLessThan(BOUND);
      }
    }
    assertThat(readBack(report)).isEqualTo(report.facts().endpoints());
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  private static List<EndpointFacts> readBack(Report report) throws Exception {
    StringBuilder out = new StringBuilder();
    ReportJson.write(List.of(report), true, out);
    byte[] json = out.toString().getBytes(StandardCharsets.UTF_8);
    List<SavedReport> saved = ReportJson.read(new ByteArrayInputStream(json), Seen.RULES.anchors());
    return saved.getFirst().facts().endpoints();
  }

  private static String rendered(Renderer renderer, Report report, RenderOptions options)
      throws IOException {
    StringBuilder out = new StringBuilder();
    renderer.render(report, options, out);
    return out.toString();
  }
}
