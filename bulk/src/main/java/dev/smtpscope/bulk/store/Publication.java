package dev.smtpscope.bulk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The final files of a scan. They are written aside; then all are put on the disk, then they get
 * their names, the manifest last, then the names are put on the disk. Nobody ever sees half a file;
 * and once {@link #complete} has begun to give names, a scan that is killed gives the others theirs
 * when the folder is opened again. For one thread.
 */
public final class Publication {
  private final Layout layout;
  private final Disk disk;
  private final ScanFolder folder;
  private final Moves moves;

  Publication(Layout layout, Disk disk, ScanFolder folder) {
    this.layout = layout;
    this.disk = disk;
    this.folder = folder;
    this.moves = new Moves(layout, disk);
  }

  /** Makes room for the final files. */
  void prepare() throws ScanFolderException {
    folder.guarded(() -> {
      moves.clearAside();
      Files.createDirectories(layout.aside());
    });
  }

  /**
   * Where to write the final file {@code name}. The reports and the rejected lines are published of
   * themselves.
   */
  public Path file(String name) {
    return layout.aside().resolve(name);
  }

  /** What to tell when a final file could not be written. */
  public ScanFolderException failed(IOException e) {
    return folder.failed(e);
  }

  /**
   * Publishes a scan that has come to its end and removes what was kept to resume it. The folder is
   * only to be closed afterwards.
   */
  public void complete() throws ScanFolderException {
    folder.commit();
    List<String> names = names();
    folder.guarded(() -> {
      sync(names);
      folder.stop();
      moves.decide(names);
      moves.finish();
    });
  }

  /** Publishes what there is of a scan that can be resumed. */
  public void interim() throws ScanFolderException {
    folder.commit();
    folder.guarded(() -> {
      copy(layout.reports(), file(Layout.REPORTS));
      copy(layout.rejected(), file(Layout.REJECTED));
    });
    List<String> names = names();
    folder.guarded(() -> {
      sync(names);
      for (String name : names) {
        disk.rename(file(name), layout.published(name));
      }
      disk.sync(layout.output().toAbsolutePath());
      disk.delete(layout.aside());
    });
  }

  private void copy(Path from, Path to) throws IOException {
    disk.delete(to);
    Path _ = Files.copy(from, to);
  }

  private List<String> names() throws ScanFolderException {
    List<String> names = new ArrayList<>(List.of(Layout.REPORTS, Layout.REJECTED));
    folder.guarded(() -> {
      try (Stream<Path> files = Files.list(layout.aside())) {
        files
            .map(file -> file.getFileName().toString())
            .filter(n -> !names.contains(n))
            .sorted()
            .forEach(names::add);
      }
    });
    names.sort(Comparator.comparing(Layout.MANIFEST::equals));
    return names;
  }

  private void sync(List<String> names) throws IOException {
    for (String name : names) {
      Path aside = file(name);
      disk.sync(Files.exists(aside) ? aside : layout.partial().resolve(name));
    }
    disk.sync(layout.aside());
    disk.sync(layout.partial());
  }
}
