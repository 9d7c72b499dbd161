package dev.smtpscope.bulk.store;

import java.nio.file.Path;

/** Where things are in the folder of a scan. */
record Layout(Path output) {
  static final String REPORTS = "reports.ndjson.zst";
  static final String REJECTED = "rejected.csv";
  static final String MANIFEST = "manifest.json";

  Path partial() {
    return output.resolve(".partial");
  }

  Path lock() {
    return partial().resolve("lock");
  }

  /** By which options it is scanned; there once all other files are. */
  Path scan() {
    return partial().resolve("scan.json");
  }

  Path journal() {
    return partial().resolve("journal");
  }

  Path reports() {
    return partial().resolve(REPORTS);
  }

  Path rows() {
    return partial().resolve("rows.zst");
  }

  Path probes() {
    return partial().resolve("probes.zst");
  }

  Path rejected() {
    return partial().resolve(REJECTED);
  }

  /** Where final files are written before they get their place. */
  Path aside() {
    return partial().resolve("publish");
  }

  /** Names the final files; once it is there, the scan is complete. */
  Path complete() {
    return partial().resolve("complete");
  }

  Path published(String name) {
    return output.resolve(name);
  }
}
