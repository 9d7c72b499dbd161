package dev.smtpscope.bulk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that scans, is killed again and again, and comes to its end all the same. */
class KillTest {
  private static final int KILLS = 4;

  @TempDir Path folder;

  @Test
  void nothingIsLost() throws Exception {
    Path output = folder.resolve("results");
    Random random = new Random(1);
    long before = 0;
    kill(output, "begin", random);
    for (int i = 1; i < KILLS && !ScanFolder.isComplete(output); i++) {
      long now = recorded(output);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
      kill(output, "resume", random);
    }

    if (!ScanFolder.isComplete(output)) {
      Process last = start(output, "resume");
      assertThat(new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("open\n");
      assertThat(last.waitFor()).isZero();
    }
    assertThat(SmallScan.reports(output))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Victim.TARGETS).mapToObj(Things::report).toList());
  }

  private static long recorded(Path output) throws ScanFolderException {
    try (ScanFolder scan = ScanFolder.resume(output, "v")) {
      for (int i = 0; i < Victim.SERVERS; i++) {
        assertThat(scan.probes().find(Things.endpoint(i), Optional.empty())).hasSizeLessThan(2);
      }
      return scan.recorded();
    }
  }

  private static void kill(Path output, String how, Random random) throws Exception {
    Process victim = start(output, how);
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("open");
      TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
      new ProcessBuilder("kill", "-9", String.valueOf(victim.pid())).start().waitFor();
      assertThat(victim.waitFor()).isIn(137, 0);
    }
    assertThat(Files.isDirectory(output)).isTrue();
  }

  private static Process start(Path output, String how) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            Victim.class.getName(),
            output.toString(),
            how);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
