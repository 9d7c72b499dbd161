package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.input.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * The files that grow while a scan runs. {@link #commit} makes a batch hold, in this order, each
 * step on the disk before the next begins: the probes, the reports, the rows, the line in the
 * journal. So a line never speaks of what is not there. For one thread at a time.
 */
final class Recording implements Closeable {
  private static final byte[] END_OF_LINE = {'\n'};

  private final ProbeFile probes;
  private final Frames reports;
  private final Frames rows;
  private final Journal journal;
  private final RejectedFile rejected;
  private Mark mark;
  private int batch;

  private Recording(
      ProbeFile probes,
      Frames reports,
      Frames rows,
      Journal journal,
      RejectedFile rejected,
      Mark mark) {
    this.probes = probes;
    this.reports = reports;
    this.rows = rows;
    this.journal = journal;
    this.rejected = rejected;
    this.mark = mark;
  }

  /** Opens the files and cuts off what does not count. */
  static Recording open(Layout layout, Disk disk, JournalReader.Found found, Trouble trouble)
      throws IOException, ScanFolderException {
    try (Opened opened = new Opened()) {
      Mark mark = found.mark();
      ProbeFile probes =
          opened.with(
              new ProbeFile(
                  layout.probes(), disk, mark.probes(), trouble, ProbeFile.CACHED_OCTETS));
      Frames reports =
          opened.with(new Frames(cut(opened, disk.open(layout.reports()), mark.reports().end())));
      Frames rows =
          opened.with(new Frames(cut(opened, disk.open(layout.rows()), mark.rows().end())));
      Journal journal = new Journal(cut(opened, disk.open(layout.journal()), found.length()));
      RejectedFile rejected = new RejectedFile(opened.with(disk.open(layout.rejected())));
      opened.keep();
      return new Recording(probes, reports, rows, journal, rejected, mark);
    }
  }

  private static StoreFile cut(Opened opened, StoreFile file, long length) throws IOException {
    opened.with(file);
    if (file.length() > length) {
      file.truncate(length);
      file.sync();
    }
    return file;
  }

  Mark mark() {
    return mark;
  }

  /** How many targets were added since the last batch. */
  int batch() {
    return batch;
  }

  ProbeStore probes() {
    return probes;
  }

  void add(byte[] report, byte[] row) throws IOException {
    reports.write(report);
    reports.write(END_OF_LINE);
    rows.write(row);
    batch++;
  }

  void reject(Entry.Rejected entry) throws IOException {
    rejected.add(entry);
  }

  void commit() throws IOException {
    rejected.flush();
    long known = probes.sync();
    if (batch > 0 || known > mark.probes()) {
      Mark next = new Mark(mark.targets() + batch, known, reports.endFrame(), rows.endFrame());
      journal.add(next);
      mark = next;
      batch = 0;
    }
  }

  /** Leaves a batch that is not committed to be cut off. */
  @Override
  public void close() throws IOException {
    try (Opened all = new Opened()) {
      List.of(probes, reports, rows, journal, rejected).forEach(all::with);
    }
  }
}
