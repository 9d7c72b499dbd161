package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.manifest.Manifest;
import dev.smtpscope.bulk.store.Publication;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
import dev.smtpscope.bulk.summary.ScanSummary;
import dev.smtpscope.bulk.summary.SummaryPage;
import dev.smtpscope.bulk.summary.Tally;
import dev.smtpscope.bulk.table.ResultsParquet;
import dev.smtpscope.bulk.table.RowWriter;
import dev.smtpscope.bulk.table.TargetsCsv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the final files of what a folder has recorded. For one thread. */
public final class Results {
  private final ScanFolder folder;
  private final Manifest manifest;

  /** Those of {@code folder}, which {@code manifest} describes. */
  public Results(ScanFolder folder, Manifest manifest) {
    this.folder = folder;
    this.manifest = manifest;
  }

  /**
   * Writes and publishes them all. After a scan that is complete the folder is only to be closed;
   * one that is not can be resumed later. What is returned sums all up, with earlier runs.
   */
  public ScanSummary publish() throws ScanFolderException {
    Publication publication = folder.publication();
    ScanSummary summary = written(publication);
    if (manifest.complete()) {
      publication.complete();
    } else {
      publication.interim();
    }
    return summary;
  }

  private ScanSummary written(Publication publication) throws ScanFolderException {
    try {
      Tally tally = new Tally();
      writeTables(publication, tally);
      ScanSummary summary = tally.summary(manifest.about());
      Files.writeString(publication.file("summary.json"), summary.json());
      Files.writeString(publication.file("summary.html"), SummaryPage.of(summary));
      Files.writeString(publication.file("manifest.json"), manifest.json());
      return summary;
    } catch (IOException e) {
      throw publication.failed(e);
    }
  }

  private void writeTables(Publication publication, Tally tally)
      throws IOException, ScanFolderException {
    try (RowWriter csv = new TargetsCsv(open(publication.file("targets.csv")));
        RowWriter parquet =
            new ResultsParquet(open(publication.file("results.parquet")), manifest.producer())) {
      folder.rows(row -> {
        csv.write(row);
        parquet.write(row);
        tally.add(row);
      });
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}
