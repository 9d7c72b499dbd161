package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.manifest.Manifest;
import dev.smtpscope.bulk.store.Publication;
import dev.smtpscope.bulk.store.ScanFolder;
import dev.smtpscope.bulk.store.ScanFolderException;
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
   * one that is not can be resumed later.
   */
  public void publish() throws ScanFolderException {
    Publication publication = folder.publication();
    try {
      write(publication);
    } catch (IOException e) {
      throw publication.failed(e);
    }
    if (manifest.complete()) {
      publication.complete();
    } else {
      publication.interim();
    }
  }

  private void write(Publication publication) throws IOException, ScanFolderException {
    try (RowWriter csv = new TargetsCsv(open(publication.file("targets.csv")));
        RowWriter parquet =
            new ResultsParquet(
                open(publication.file("results.parquet")),
                "smtpscope " + manifest.setup().smtpscope())) {
      folder.rows(row -> {
        csv.write(row);
        parquet.write(row);
      });
    }
    Files.writeString(publication.file("manifest.json"), manifest.json());
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}
