package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.input.LongSet;
import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Gets a folder ready to record in. */
final class Opening {
  private static final String HAS_RESULTS =
      " holds the results of a scan already; name another folder";

  private final Layout layout;
  private final Disk disk;
  private final Pace pace;

  Opening(Path output, Disk disk, Pace pace) {
    this.layout = new Layout(output);
    this.disk = disk;
    this.pace = pace;
  }

  ScanFolder begin(String fingerprint) throws ScanFolderException {
    if (!Files.exists(layout.partial()) && Moves.isComplete(layout)) {
      throw refused(HAS_RESULTS);
    }
    return locked(
        true,
        (opened, lock) -> {
          if (Files.exists(layout.scan())) {
            throw refused(
                " holds a scan that was cut short; go on with --resume, or remove its .partial");
          }
          if (Moves.isComplete(layout)) {
            throw refused(HAS_RESULTS);
          }
          for (Path leftOver :
              List.of(layout.journal(), layout.reports(), layout.rows(), layout.probes())) {
            disk.delete(leftOver);
          }
          ScanFolder folder =
              open(opened, lock, new JournalReader.Found(Mark.NONE, 0), new LongSet());
          syncNames();
          new Identity(fingerprint).write(layout, disk);
          return folder.started();
        });
  }

  ScanFolder resume(String fingerprint) throws ScanFolderException {
    if (!Files.isDirectory(layout.partial())) {
      throw nothingToResume();
    }
    return locked(
        false,
        (opened, lock) -> {
          if (!Files.exists(layout.scan())) {
            throw nothingToResume();
          }
          Identity.read(layout).check(layout, fingerprint);
          JournalReader.Found found = new JournalReader(layout).find();
          LongSet done = new RowFile(layout.rows(), found.mark().targets()).fingerprints();
          return open(opened, lock, found, done).started();
        });
  }

  /** Finishes a publication that was cut short; whether the folder holds a complete scan. */
  boolean finishPublication() throws ScanFolderException {
    boolean isDecided = Files.exists(layout.complete());
    boolean isDone = Moves.isComplete(layout) && !Files.exists(layout.scan());
    return (isDecided || (isDone && Files.exists(layout.partial())))
        ? locked(false, (_, _) -> tidied())
        : isDone;
  }

  private boolean tidied() throws IOException {
    new Moves(layout, disk).tidy();
    return Moves.isComplete(layout);
  }

  private interface Work<T> {
    T with(Opened opened, FolderLock lock) throws IOException, ScanFolderException;
  }

  private <T> T locked(boolean make, Work<T> work) throws ScanFolderException {
    try (Opened opened = new Opened()) {
      if (make) {
        create();
      }
      FolderLock lock =
          opened.with(
              FolderLock.take(layout.lock())
                  .orElseThrow(() ->
                      refused(" is in use by another scan; wait for it or name another folder")));
      if (Files.exists(layout.complete())) {
        new Moves(layout, disk).finish();
      }
      T result = work.with(opened, lock);
      if (result instanceof ScanFolder) {
        opened.keep();
      }
      return result;
    } catch (IOException e) {
      throw Trouble.opening(layout.partial(), e);
    }
  }

  private void create() throws IOException, ScanFolderException {
    try {
      Files.createDirectories(layout.partial());
    } catch (NoSuchFileException e) {
      throw refused(" cannot be created; name another folder");
    }
  }

  private ScanFolder open(Opened opened, FolderLock lock, JournalReader.Found found, LongSet done)
      throws IOException, ScanFolderException {
    Trouble trouble = new Trouble(layout.partial());
    Recording recording = opened.with(Recording.open(layout, disk, found, trouble));
    return new ScanFolder(layout, disk, pace, lock, trouble, recording, done);
  }

  private void syncNames() throws IOException {
    Path output = layout.output().toAbsolutePath();
    disk.sync(layout.partial());
    disk.sync(output);
    if (output.getParent() != null) {
      disk.sync(output.getParent());
    }
  }

  private ScanFolderException nothingToResume() {
    return Moves.isComplete(layout)
        ? refused(" holds a complete scan; there is nothing to resume")
        : refused(" holds no scan to resume; begin one without --resume");
  }

  private ScanFolderException refused(String why) {
    return new ScanFolderException(Visible.ofText(layout.output().toString()) + why);
  }
}
