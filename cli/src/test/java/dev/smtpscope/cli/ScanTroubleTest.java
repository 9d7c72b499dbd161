package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.testkit.Loopback;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around a scan is said in a line, and costs nothing that was recorded. */
class ScanTroubleTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path results() {
    return folder.resolve("results");
  }

  private ScanResults uninterrupted(ScanWorld world) throws Exception {
    Path output = folder.resolve("uninterrupted");
    assertThat(Run.of(world.scan(output)).code()).isEqualTo(ExitCode.FINE);
    return new ScanResults(output);
  }

  @Test
  void goesOnOnceTheDiskHasRoomAgain() throws Exception {
    try (ScanWorld world = new ScanWorld(60, 20);
        SmallDisk disk = SmallDisk.of(folder.resolve("disk"), "96k")) {
      Path output = disk.path().resolve("results");
      Run full = Run.of(world.scan(output));
      assertThat(full.code()).as(full.out() + full.err()).isEqualTo(ExitCode.NOT_WRITTEN);
      assertThat(full.complaints())
          .singleElement()
          .asString()
          .contains(output.toString(), "cannot be written: No space left on device");
      disk.resize("8m");
      Run again = Run.of(world.scan(output, "--resume"));
      assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.FINE);
      assertThat(again.out()).contains("had results from an earlier run");
      new ScanResults(output).isEqualTo(uninterrupted(world));
    }
  }

  @Test
  void endsWhenItsFolderIsGone() throws Exception {
    try (ScanWorld world = new ScanWorld(60, 60)) {
      String[] args = world.scan(results(), "--rate", "5");
      CompletableFuture<Run> running = CompletableFuture.supplyAsync(() -> Run.of(args));
      while (world.connections() < 5) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      remove(results());
      Run run = running.get(60, TimeUnit.SECONDS);
      assertThat(run.code()).isEqualTo(ExitCode.NOT_WRITTEN);
      assertThat(run.complaints())
          .singleElement()
          .asString()
          .contains(results().toString(), "was removed");
    }
  }

  private static void remove(Path folder) throws Exception {
    assertThat(new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file/below", "read-only/below", "/proc/below"})
  void saysWhereItCannotWrite(String output) throws Exception {
    Files.createFile(folder.resolve("file"));
    try (ScanWorld world = new ScanWorld(1, 1);
        SmallDisk disk = SmallDisk.of(folder.resolve("read-only"), "64k")) {
      disk.forbidWriting();
      Path list = Files.write(folder.resolve("list"), List.of("d0.test"));
      Run run = Run.of("scan", list.toString(), "-o", folder.resolve(output).toString());
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.complaints().getFirst()).contains(folder.resolve(output).toString());
      assertThat(run.err()).doesNotContain("at dev.smtpscope");
      assertThat(world.connections()).isZero();
    }
  }

  @Test
  void doesNotBeginWithoutAResolver() throws Exception {
    try (ScanWorld world = new ScanWorld(40, 20)) {
      String nobody = freePort();
      String[] args = world.scan(results());
      args[List.of(args).indexOf("--resolver") + 1] = nobody;
      Run run = Run.of(args);
      assertThat(run.code()).isEqualTo(ExitCode.NO_NAMES);
      assertThat(run.complaints())
          .singleElement()
          .asString()
          .endsWith(
              "no name can be looked up: resolver %1$s: nobody answers DNS at %1$s"
                  .formatted(nobody));
      assertThat(run.out()).contains("0 targets tested", "Go on with --resume");
      assertThat(new ScanResults(results()).rows()).isEmpty();
    }
  }

  private static String freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, Loopback.address())) {
      return Addresses.text(socket.getLocalAddress(), socket.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 250})
  void recordsNoSilenceOfADeadResolver(int answers) throws Exception {
    try (ScanWorld world = new ScanWorld(40, 20)) {
      world.answer(answers);
      Run dead = Run.of(world.scan(results(), "--lookup-timeout", "5s"));
      assertThat(dead.code()).as(dead.out()).isEqualTo(ExitCode.NO_NAMES);
      assertThat(dead.complaints())
          .singleElement()
          .asString()
          .contains("no name can be looked up: resolver " + world.resolver());
      List<String> recorded = new ScanResults(results()).rows();
      assertThat(recorded.size()).isLessThan(40);
      world.answer(Integer.MAX_VALUE);
      ScanResults whole = uninterrupted(world);
      assertThat(whole.rows()).containsAll(recorded);
      Run resumed = Run.of(world.scan(results(), "--lookup-timeout", "5s", "--resume"));
      assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.FINE);
      new ScanResults(results()).isEqualTo(whole);
    }
  }

  @Test
  void countsAMillionBadLines() throws Exception {
    int bad = 1_000_000;
    try (ScanWorld world = new ScanWorld(3, 1)) {
      String[] args = world.scan(results());
      spoil(Path.of(args[2]), bad, world.names().toList());
      Process process = Forked.start(List.of("-Xmx128m"), args);
      String out = Forked.output(process);
      assertThat(process.waitFor()).as(out).isEqualTo(ExitCode.FINE);
      assertThat(out).contains("3 targets tested", "  1000000 named no target: see rejected.csv\n");
      try (Stream<String> lines = Files.lines(results().resolve("rejected.csv"))) {
        assertThat(lines.count()).isEqualTo(bad + 1);
      }
      assertThat(last(results().resolve("rejected.csv")))
          .startsWith((bad + 3) + ",no target " + (bad - 1) + ",");
      new ScanResults(results()).isEqualTo(uninterrupted(world));
    }
  }

  private static void spoil(Path list, int bad, List<String> good) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(list)) {
      out.write(String.join("\n", good) + "\n");
      for (int i = 0; i < bad; i++) {
        out.write("no target " + i + "\n");
      }
    }
  }

  private static String last(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return in.lines().reduce("", (_, line) -> line);
    }
  }
}
