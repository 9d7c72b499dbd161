package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void saysWhatTheLiveRunSaid() throws Exception {
    Path file = save();
    Run again = Run.of("judge", "--format", "json", file.toString());
    assertThat(again.err()).isEmpty();
    assertThat(again.out()).isEqualTo(Files.readString(file));
    assertThat(again.code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void readsStandardInput() throws Exception {
    String json = Files.readString(save());
    Run run = new Run.Setting().in(json).run("judge", "-q", "-");
    assertThat(run.out()).contains("STARTTLS is not offered");
  }

  @Test
  void judgesByOtherRulesIfAsked() throws Exception {
    String file = save().toString();
    assertThat(Run.of("judge", "--fail-on", "warning", file).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Run.of("judge", "--profile", "strict", file).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Run.of("judge", "--profile", "smtpscope", file).code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void refusesWhatIsNoReport() throws Exception {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
    Run run = Run.of("judge", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.complaints()).hasSize(2);
    assertThat(run.err()).contains("other.json").doesNotContain("Exception");
  }

  private Path save() throws Exception {
    Path file = folder.resolve("report.json");
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.start(Behaviours.withoutStartTls("mx.example.net"))) {
      Run run = Run.of("check", "--format", "json", "-o", file.toString(), Run.target(server));
      assertThat(run.err()).isEmpty();
    }
    return file;
  }
}
