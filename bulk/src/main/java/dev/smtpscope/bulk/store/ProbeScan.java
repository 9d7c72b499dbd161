package dev.smtpscope.bulk.store;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a file of probes holds.
 *
 * @param length in octets, up to where it was torn
 */
record ProbeScan(ProbeIndex index, long length) {
  /**
   * Goes through a file, which may not exist yet.
   *
   * @param whole how many octets are known to have been on the disk; there, nothing may be torn
   */
  static ProbeScan of(Path file, long whole) throws IOException, ScanFolderException {
    ProbeIndex index = new ProbeIndex();
    long offset = 0;
    if (Files.exists(file)) {
      try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 17)) {
        Optional<ProbeRecord.Header> header = next(in);
        while (header.isPresent()) {
          index.add(header.get().key(), offset);
          offset += ProbeRecord.HEADER + header.get().length();
          header = next(in);
        }
      }
    }
    if (offset < whole) {
      throw Trouble.damaged(file, "at octet " + offset);
    }
    return new ProbeScan(index, offset);
  }

  private static Optional<ProbeRecord.Header> next(InputStream in) throws IOException {
    Optional<ProbeRecord.Header> header = ProbeRecord.header(in.readNBytes(ProbeRecord.HEADER));
    byte[] frame = in.readNBytes(header.map(ProbeRecord.Header::length).orElse(0));
    return header.filter(h -> h.fits(frame));
  }
}
