package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.cli.check.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help and manual as they are in the files; {@code -Dsmtpscope.update=true} writes them anew. */
class HelpTest {
  private static final Path GOLDEN = Path.of("src/test/resources/help");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "check",
        "dane-check",
        "scan",
        "judge",
        "compare",
        "explain",
        "serve",
        "demo",
        "completion"
      })
  void helpReadsAsAgreed(String command) throws IOException {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertGolden(GOLDEN.resolve((command.isEmpty() ? "smtpscope" : command) + ".txt"), run.out());
  }

  @Test
  void helpCommandSaysTheSame() {
    assertThat(Run.of("help", "check").out()).isEqualTo(Run.of("check", "--help").out());
  }

  @Test
  void manualIsMadeFromTheCommands() throws IOException {
    CommandLine all = Commands.all(Surroundings.ofProcess(new Interruption()));
    assertGolden(Path.of("../docs/man/smtpscope.1"), ManPage.of(all));
  }

  @Test
  void tellsItsVersion() {
    assertThat(Run.of("--version").out()).matches("smtpscope \\S+, Java [0-9]+\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionKnowsOptionsAndTheirValues(String shell) {
    assertThat(Run.of("completion", shell).out())
        .contains("--greeting-timeout", "starttls", "explain", "compgen");
  }

  private static void assertGolden(Path file, String text) throws IOException {
    if (Boolean.getBoolean("smtpscope.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
