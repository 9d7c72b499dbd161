package dev.smtpscope.bulk.store;

import static dev.smtpscope.bulk.store.Things.FINGERPRINT;
import static dev.smtpscope.bulk.store.Things.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpscope.bulk.row.TargetRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFolderTest {
  private static final Pace SLOW = new Pace(Duration.ofDays(1), 4);

  @TempDir Path folder;

  private Path output() {
    return folder.resolve("results");
  }

  private ScanFolder begin() throws ScanFolderException {
    return new Opening(output(), Disk.LOCAL, SLOW).begin(FINGERPRINT);
  }

  private ScanFolder resume() throws ScanFolderException {
    return new Opening(output(), Disk.LOCAL, SLOW).resume(FINGERPRINT);
  }

  private void scanned(int from, int to) throws ScanFolderException {
    try (ScanFolder scan = from == 0 ? begin() : resume()) {
      for (int i = from; i < to; i++) {
        Things.add(scan, i);
      }
    }
  }

  @Test
  void goesOnWhereItWas() throws Exception {
    scanned(0, 6);

    try (ScanFolder scan = resume()) {
      assertThat(scan.doneBefore()).isEqualTo(6);
      assertThat(scan.recorded()).isEqualTo(6);
      for (int i = 0; i < 10; i++) {
        assertThat(scan.isDone(target(i))).isEqualTo(i < 6);
      }
      Things.add(scan, 6);
      assertThat(rows(scan)).isEqualTo(rows(7));
    }
  }

  private static List<TargetRow> rows(int count) {
    return IntStream.range(0, count).mapToObj(Things::row).toList();
  }

  private static List<TargetRow> rows(ScanFolder scan) throws Exception {
    List<TargetRow> rows = new ArrayList<>();
    scan.rows(rows::add);
    return rows;
  }

  @Test
  void manyThreadsMayAddAndBeInterrupted() throws Exception {
    try (ScanFolder scan = begin();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        int number = i;
        all.add(
            threads.submit(() -> {
              Thread.currentThread().interrupt();
              Things.add(scan, number);
              return Thread.currentThread().isInterrupted();
            }));
      }
      for (Future<?> one : all) {
        assertThat(one.get()).isEqualTo(true);
      }
      assertThat(rows(scan)).containsExactlyInAnyOrderElementsOf(rows(500));
    }
  }

  @Test
  void batchesHoldAsTimeGoesBy() throws Exception {
    Pace quick = new Pace(Duration.ofMillis(1), Integer.MAX_VALUE);
    try (ScanFolder scan = new Opening(output(), Disk.LOCAL, quick).begin(FINGERPRINT)) {
      Things.add(scan, 0);
      while (scan.recorded() == 0) {
        Thread.sleep(1);
      }
      assertThat(Files.readString(new Layout(output()).journal())).startsWith("1 0 ");
    }
  }

  @Test
  void onlyOneScanAtATimeUsesAFolder() throws Exception {
    try (ScanFolder scan = begin()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(this::begin)
            .isInstanceOf(ScanFolderException.class)
            .hasMessage(
                output() + " is in use by another scan; wait for it or name another folder");
        assertThatThrownBy(this::resume).hasMessageContaining("in use by another scan");
      }
      Things.add(scan, 0);
    }
    resume().close();
  }

  @Test
  void goesOnOnlyAsItWasBegun() throws Exception {
    scanned(0, 1);

    assertThatThrownBy(() -> ScanFolder.resume(output(), "version=1\nprofile=strict"))
        .isInstanceOf(ScanFolderException.class)
        .hasMessage(
            "the scan in "
                + output()
                + " was begun in another way (then 'profile=default', now 'profile=strict');"
                + " resume it as it was begun, or begin anew in another folder");
    assertThatThrownBy(() -> ScanFolder.resume(output(), FINGERPRINT + "\nports=25"))
        .hasMessageContaining("(then nothing more, now 'ports=25')");
    resume().close();
  }

  @Test
  void tellsWhatIsInTheWay() throws Exception {
    assertThatThrownBy(this::resume)
        .hasMessage(output() + " holds no scan to resume; begin one without --resume");
    scanned(0, 1);
    assertThatThrownBy(this::begin)
        .hasMessage(
            output()
                + " holds a scan that was cut short; go on with --resume, or remove its .partial");
    try (ScanFolder scan = resume()) {
      scan.publication().complete();
    }
    assertThatThrownBy(this::begin)
        .hasMessage(output() + " holds the results of a scan already; name another folder");
    assertThatThrownBy(this::resume)
        .hasMessage(output() + " holds a complete scan; there is nothing to resume");
    assertThat(ScanFolder.isComplete(output())).isTrue();
    assertThat(output().resolve(".partial")).doesNotExist();
  }

  @Test
  void tellsWhyAFolderCannotBeMade() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> ScanFolder.begin(file, FINGERPRINT))
        .isInstanceOf(ScanFolderException.class)
        .hasMessageContaining("file")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> ScanFolder.begin(Path.of("/proc/self/results"), FINGERPRINT))
        .isInstanceOf(ScanFolderException.class)
        .hasMessage("/proc/self/results cannot be created; name another folder");
  }

  @Test
  void noticesThatTheFolderIsGone() throws Exception {
    ScanFolder scan = begin();
    Things.add(scan, 0);
    Files.move(output(), folder.resolve("elsewhere"));

    assertThatThrownBy(scan::commit)
        .isInstanceOf(ScanFolderException.class)
        .hasMessage(
            output() + "/.partial was removed or replaced while the scan was running; begin anew");
    assertThatThrownBy(() -> Things.add(scan, 1)).hasMessageContaining("was removed or replaced");
    scan.close();
  }

  @Test
  void goesOnAfterTheDiskWasFull() throws Exception {
    MortalDisk small = new MortalDisk(2500);
    ScanFolder scan = new Opening(output(), small, SLOW).begin(FINGERPRINT);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                Things.add(scan, i);
              }
            })
        .isInstanceOf(ScanFolderException.class)
        .hasMessageStartingWith(output() + "/.partial/")
        .hasMessageEndingWith(
            " cannot be written: No space left on device; what is recorded is safe: go on with"
                + " --resume once this is mended");
    assertThatThrownBy(scan::commit).hasMessageContaining("No space left on device");
    scan.close();

    try (ScanFolder next = resume()) {
      assertThat(next.recorded()).isPositive().isEqualTo(rows(next).size());
      assertThat(rows(next)).startsWith(Things.row(0), Things.row(1));
    }
  }

  @Test
  void damageInTheMiddleIsTold() throws Exception {
    scanned(0, 12);
    Layout layout = new Layout(output());
    for (Path file : List.of(layout.journal(), layout.reports(), layout.rows())) {
      byte[] whole = Files.readAllBytes(file);
      int last =
          file.equals(layout.journal())
              ? new String(whole, StandardCharsets.US_ASCII).indexOf('\n') * 2
              : whole.length;
      for (int at = 0; at < last; at++) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        Files.write(file, damaged);

        assertThatThrownBy(this::resume)
            .as("%s at %d", file, at)
            .isInstanceOf(ScanFolderException.class)
            .hasMessageStartingWith(file + " is damaged ")
            .hasMessageNotContaining("\n");
      }
      Files.write(file, whole);
    }
    resume().close();
  }

  @Test
  void whatIsMissingAtTheEndIsScannedAgain() throws Exception {
    scanned(0, 12);
    Layout layout = new Layout(output());
    List<Path> files = List.of(layout.journal(), layout.reports(), layout.rows());
    for (Path file : files) {
      for (int missing = 1; missing < 400; missing += 7) {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, Math.max(0, whole.length - missing)));
        rescan();
      }
    }
  }

  private void rescan() throws Exception {
    Disk quick = new MortalDisk(Long.MAX_VALUE);
    try (ScanFolder scan = new Opening(output(), quick, SLOW).resume(FINGERPRINT)) {
      assertThat(scan.recorded()).isLessThan(12);
      for (int i = 0; i < 12; i++) {
        if (!scan.isDone(target(i))) {
          Things.add(scan, i);
        }
      }
      assertThat(rows(scan)).containsExactlyInAnyOrderElementsOf(rows(12));
    }
  }

  @Test
  void publishesWhatThereIsAndGoesOn() throws Exception {
    try (ScanFolder scan = begin()) {
      Things.add(scan, 0);
      Publication publication = scan.publication();
      Files.writeString(publication.file("manifest.json"), "{\"complete\":false}");
      publication.interim();
      assertThat(SmallScan.reports(output())).hasSize(1);
      Things.add(scan, 1);
    }
    assertThat(ScanFolder.isComplete(output())).isFalse();

    try (ScanFolder scan = resume()) {
      Things.add(scan, 2);
      Publication publication = scan.publication();
      Files.writeString(publication.file("manifest.json"), "{}");
      publication.complete();
    }
    assertThat(SmallScan.reports(output())).hasSize(3);
    assertThat(names()).containsExactly("manifest.json", "rejected.csv", "reports.ndjson.zst");
    assertThat(output().resolve("manifest.json")).hasContent("{}");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(output())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void troubleWithAFinalFileIsTroubleOfTheScan() throws Exception {
    ScanFolder scan = begin();
    Things.add(scan, 0);
    Publication publication = scan.publication();
    Path file = publication.file("results.parquet");

    assertThat(
            publication.failed(
                new FileSystemException(file.toString(), null, "No space left on device")))
        .hasMessageStartingWith(file + " cannot be written: No space left on device");
    assertThatThrownBy(publication::complete).hasMessageContaining("results.parquet");
    scan.close();
    resume().close();
  }

  @Test
  void theFilesAreZstdForOthersToo() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zstd")));
    scanned(0, 12);
    try (ScanFolder scan = resume()) {
      scan.probes().add(Things.facts(1), Optional.empty());
      scan.probes().add(Things.facts(2), Optional.empty());
    }
    Layout layout = new Layout(output());
    for (Path file : List.of(layout.reports(), layout.rows(), layout.probes())) {
      Process zstd = new ProcessBuilder("/usr/bin/zstd", "-tq", file.toString()).start();
      assertThat(zstd.waitFor()).as("%s", file).isZero();
    }
  }
}
