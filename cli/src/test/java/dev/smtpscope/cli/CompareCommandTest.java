package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.summary.About;
import dev.smtpscope.bulk.summary.Tally;
import dev.smtpscope.bulk.table.TargetsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir private Path folder;

  @Test
  void comparesTwoFolders() throws IOException {
    publish("a");
    publish("b");
    Run run = compare("--format", "text");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("Nothing changed: 0 targets are as they were.");
    assertThat(compare("--format", "csv").out()).isEqualTo("target,change,column,before,after\r\n");
    assertThat(compare("--format", "json").out()).contains("smtpscope-scan-comparison");
  }

  @Test
  void writesAFileOnlyWhenAllIsDone() throws IOException {
    publish("a");
    Path file = folder.resolve("changes.csv");
    Run run = compare("-o", file.toString(), "--format", "csv");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.complaints()).hasSize(2); // what is wrong, and where to read on
    assertThat(file).doesNotExist();
    publish("b");
    assertThat(compare("-o", file.toString(), "--format", "csv").code()).isEqualTo(ExitCode.FINE);
    assertThat(file).hasContent("target,change,column,before,after");
  }

  @Test
  void takesTwoFolders() {
    Run run = Run.of("compare", "a");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.complaints()).hasSize(2); // what is wrong, and where to read on
    assertThat(run.err()).contains("two folders are compared");
  }

  private Run compare(String... options) {
    return Run.of(
        Stream.of(
                Stream.of("compare"),
                Stream.of(options),
                Stream.of(folder.resolve("a").toString(), folder.resolve("b").toString()))
            .flatMap(all -> all)
            .toArray(String[]::new));
  }

  private void publish(String name) throws IOException {
    Path results = Files.createDirectory(folder.resolve(name));
    new TargetsCsv(Files.newOutputStream(results.resolve("targets.csv"))).close();
    Instant at = Instant.parse("2026-03-01T12:00:00Z");
    Files.writeString(
        results.resolve("summary.json"),
        new Tally().summary(new About("smtpscope", true, at, at, List.of())).json());
  }
}
