package dev.smtpscope.bulk.store;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.row.TargetRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scan of a few targets, of which several share a server, on a disk of the test's choice. */
final class SmallScan {
  static final int TARGETS = 5;
  static final int SERVERS = 2;

  private static final Pace PACE = new Pace(Duration.ofDays(1), 2);

  private final Path output;
  private int probed;

  SmallScan(Path output) {
    this.output = output;
  }

  /** How many probes had to be made. */
  int probed() {
    return probed;
  }

  boolean isBegun() {
    return Files.exists(new Layout(output).scan());
  }

  /** Begins the scan and brings it to its end, if the disk lets it. */
  void begin(Disk disk) throws ScanFolderException, IOException {
    run(disk, new Opening(output, disk, PACE).begin(Things.FINGERPRINT));
  }

  void resume(Disk disk) throws ScanFolderException, IOException {
    if (!new Opening(output, disk, PACE).finishPublication()) {
      run(disk, new Opening(output, disk, PACE).resume(Things.FINGERPRINT));
    }
  }

  private void run(Disk disk, ScanFolder folder) throws ScanFolderException, IOException {
    try (folder) {
      for (int i = 0; i < TARGETS; i++) {
        if (i == 3) {
          folder.reject(new Entry.Rejected(6, "a,\"b\"", "why"));
        }
        if (!folder.isDone(Things.target(i))) {
          probe(folder, i % SERVERS);
          Things.add(folder, i);
        }
      }
      publish(disk, folder);
    }
  }

  private void probe(ScanFolder folder, int server) {
    if (folder.probes().find(Things.endpoint(server), Optional.empty()).isEmpty()) {
      folder.probes().add(Things.facts(server), Optional.empty());
      probed++;
    }
  }

  private static void publish(Disk disk, ScanFolder folder)
      throws ScanFolderException, IOException {
    Publication publication = folder.publication();
    List<String> names = new ArrayList<>();
    folder.rows((TargetRow row) -> names.add(row.name()));
    try {
      write(disk, publication.file("targets.csv"), String.join("\n", names));
      write(disk, publication.file("manifest.json"), "{}");
    } catch (IOException e) {
      throw publication.failed(e);
    }
    publication.complete();
  }

  private static void write(Disk disk, Path file, String text) throws IOException {
    try (StoreFile out = disk.open(file)) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      out.append(octets, 0, octets.length);
    }
  }

  /** What was published, in an order that does not depend on when what was recorded. */
  List<String> results() throws IOException {
    List<String> results = new ArrayList<>(names());
    results.addAll(Files.readAllLines(output.resolve("targets.csv")).stream().sorted().toList());
    results.addAll(reports(output).stream().sorted().toList());
    results.addAll(Files.readAllLines(output.resolve("rejected.csv")));
    return results;
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(output)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static List<String> reports(Path output) throws IOException {
    try (InputStream in =
        new ZstdInputStreamNoFinalizer(Files.newInputStream(output.resolve(Layout.REPORTS)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
