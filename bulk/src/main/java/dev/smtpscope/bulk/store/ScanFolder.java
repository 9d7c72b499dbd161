package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.input.Entry;
import dev.smtpscope.bulk.input.Fingerprint;
import dev.smtpscope.bulk.input.LongSet;
import dev.smtpscope.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The folder in which a scan of many targets keeps what it finds, so that after a kill at any
 * moment it can go on where it was.
 *
 * <p>Until the scan is published, all is in {@code .partial/}. Targets are recorded in batches of a
 * second or 1,000, whichever comes first. A batch holds once its probes, its reports, its rows and
 * then its line in the journal are on the disk, each before the next is begun; what was cut short
 * is cut off when the scan is resumed, and those targets are scanned again, with the probes that
 * were recorded. A probe outlives the process from the moment it is added, and a failure of the
 * power from the next batch on.
 *
 * <p>Safe for all threads. {@link #add} waits for a slow disk and holds its callers up, so that
 * results don't pile up. Interrupts do no harm. After trouble with the disk every call fails with
 * the same message, and the scan can be resumed once that is mended.
 */
public final class ScanFolder implements AutoCloseable {
  private final Layout layout;
  private final Disk disk;
  private final Pace pace;
  private final FolderLock lock;
  private final Trouble trouble;
  private final Recording recording;
  private final LongSet done;
  private final ReentrantLock busy = new ReentrantLock();
  private final Thread committer;
  private boolean stopped;

  ScanFolder(
      Layout layout,
      Disk disk,
      Pace pace,
      FolderLock lock,
      Trouble trouble,
      Recording recording,
      LongSet done) {
    this.layout = layout;
    this.disk = disk;
    this.pace = pace;
    this.lock = lock;
    this.trouble = trouble;
    this.recording = recording;
    this.done = done;
    this.committer =
        Thread.ofPlatform().daemon().name("scan journal").unstarted(this::keepCommitting);
  }

  /** Begins to make batches hold as time goes by. */
  ScanFolder started() {
    committer.start();
    return this;
  }

  /**
   * Begins a scan in a folder, which is made if there is none.
   *
   * @param fingerprint what must be the same when the scan is resumed, one thing a line
   */
  public static ScanFolder begin(Path output, String fingerprint) throws ScanFolderException {
    return new Opening(output, Disk.LOCAL, Pace.USUAL).begin(fingerprint);
  }

  /** Goes on with a scan that was begun with the same {@code fingerprint}. */
  public static ScanFolder resume(Path output, String fingerprint) throws ScanFolderException {
    return new Opening(output, Disk.LOCAL, Pace.USUAL).resume(fingerprint);
  }

  /**
   * Whether {@code output} holds a scan that came to its end, so that there is nothing to resume. A
   * publication that was cut short is finished.
   */
  public static boolean isComplete(Path output) throws ScanFolderException {
    return new Opening(output, Disk.LOCAL, Pace.USUAL).finishPublication();
  }

  /** Whether {@code target} was recorded before the scan was resumed. */
  public boolean isDone(Target target) {
    return done.contains(Fingerprint.of(target));
  }

  /** How many targets were recorded before the scan was resumed. */
  public long doneBefore() {
    return done.size();
  }

  /** The probes of this scan. */
  public ProbeStore probes() {
    return recording.probes();
  }

  /**
   * Records a target.
   *
   * @param report the report on it as a JSON document on one line, without the line's end
   */
  public void add(Finished finished, byte[] report) throws ScanFolderException {
    byte[] row = RowLine.of(finished);
    guarded(() -> {
      recording.add(report, row);
      if (recording.batch() >= pace.targets()) {
        hold();
      }
    });
  }

  /** Records a line of the input that names no target. */
  public void reject(Entry.Rejected entry) throws ScanFolderException {
    guarded(() -> recording.reject(entry));
  }

  /** Makes all that was recorded hold. */
  public void commit() throws ScanFolderException {
    guarded(this::hold);
  }

  private void hold() throws IOException, ScanFolderException {
    if (!lock.isThere()) {
      throw trouble.gone();
    }
    recording.commit();
  }

  /** Shows all rows that hold, in the order in which they were recorded. */
  public void rows(RowUse use) throws IOException, ScanFolderException {
    commit();
    new RowFile(layout.rows(), recorded()).each(use);
  }

  /** How many targets hold, with those of earlier runs. */
  public long recorded() {
    busy.lock();
    try {
      return recording.mark().targets();
    } finally {
      busy.unlock();
    }
  }

  /** Begins to publish what was recorded. */
  public Publication publication() throws ScanFolderException {
    Publication publication = new Publication(layout, disk, this);
    publication.prepare();
    return publication;
  }

  interface Work {
    void run() throws IOException, ScanFolderException;
  }

  /** Does one thing at a time, as long as there was no trouble. */
  void guarded(Work work) throws ScanFolderException {
    busy.lock();
    try {
      trouble.check();
      if (stopped) {
        throw new IllegalStateException("the scan's folder is closed");
      }
      work.run();
    } catch (IOException e) {
      throw failed(e);
    } finally {
      busy.unlock();
    }
  }

  ScanFolderException failed(IOException e) {
    return stopped || lock.isThere() ? trouble.writing(e) : trouble.gone();
  }

  private void keepCommitting() {
    try {
      while (true) {
        Thread.sleep(pace.interval());
        commit();
      }
    } catch (InterruptedException | ScanFolderException | IllegalStateException e) {
      // Closed; or in trouble, as the next call is told.
    }
  }

  /** Closes the files, with the lock still held. */
  void stop() throws IOException {
    stopped = true;
    committer.interrupt();
    recording.close();
  }

  /** Makes all that was recorded hold and lets go of the folder. */
  @Override
  public void close() throws ScanFolderException {
    busy.lock();
    try (lock) {
      if (!stopped) {
        leave();
      }
    } catch (IOException e) {
      throw trouble.writing(e);
    } finally {
      busy.unlock();
    }
  }

  private void leave() throws IOException, ScanFolderException {
    try {
      if (!trouble.isThere()) {
        commit();
      }
    } finally {
      stop();
    }
  }
}
