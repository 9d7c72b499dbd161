package dev.smtpscope.bulk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that ends at any octet and any step, and is resumed. */
class CrashTest {
  /** Waits for nothing. */
  private static final Disk QUICK = new MortalDisk(Long.MAX_VALUE);

  @TempDir Path folder;

  @Test
  void nothingIsLostWhereverAScanEnds() throws Exception {
    MortalDisk immortal = new MortalDisk(Long.MAX_VALUE);
    List<String> expected = uninterrupted(immortal);

    for (long life = 0; life < immortal.used(); life++) {
      SmallScan scan = new SmallScan(folder.resolve("at" + life));
      die(scan, life);

      if (scan.isBegun() || Files.exists(new Layout(folder.resolve("at" + life)).complete())) {
        scan.resume(QUICK);
      } else if (!new Opening(folder.resolve("at" + life), QUICK, Pace.USUAL).finishPublication()) {
        scan.begin(QUICK);
      }

      assertThat(scan.results()).as("life %d", life).isEqualTo(expected);
      assertThat(scan.probed())
          .as("life %d", life)
          .isBetween(SmallScan.SERVERS, SmallScan.SERVERS + 1);
    }
  }

  @Test
  void nothingIsLostHoweverOftenAScanEnds() throws Exception {
    MortalDisk immortal = new MortalDisk(Long.MAX_VALUE);
    List<String> expected = uninterrupted(immortal);

    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Path output = folder.resolve("seed" + seed);
      SmallScan scan = new SmallScan(output);
      boolean isThrough = false;
      for (int i = 0; !isThrough; i++) {
        MortalDisk disk =
            new MortalDisk(i < 20 ? random.nextLong(immortal.used() / 3) : Long.MAX_VALUE);
        isThrough = goOn(scan, output, disk);
      }

      assertThat(scan.results()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static boolean goOn(SmallScan scan, Path output, Disk disk) throws IOException {
    try {
      if (new Opening(output, disk, Pace.USUAL).finishPublication()) {
        return true;
      }
      if (scan.isBegun()) {
        scan.resume(disk);
      } else {
        scan.begin(disk);
      }
      return true;
    } catch (ScanFolderException e) {
      assertThat(e).hasMessageContaining("No space left on device");
      return false;
    }
  }

  private List<String> uninterrupted(MortalDisk disk) throws Exception {
    SmallScan scan = new SmallScan(folder.resolve("whole"));
    scan.begin(disk);
    assertThat(scan.probed()).isEqualTo(SmallScan.SERVERS);
    assertThat(SmallScan.reports(folder.resolve("whole"))).hasSize(SmallScan.TARGETS);
    return scan.results();
  }

  private static void die(SmallScan scan, long life) throws IOException {
    try {
      scan.begin(new MortalDisk(life));
    } catch (ScanFolderException e) {
      assertThat(e.getMessage()).contains("No space left on device").doesNotContain("\n");
    }
  }
}
