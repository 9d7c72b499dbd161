package dev.smtpscope.bulk.parquet;

import java.util.List;

/** A slice of rows, with one chunk for each column. */
record RowGroup(long rows, List<Chunk> chunks) {
  RowGroup {
    chunks = List.copyOf(chunks);
  }

  long raw() {
    return chunks.stream().mapToLong(Chunk::raw).sum();
  }

  long stored() {
    return chunks.stream().mapToLong(Chunk::stored).sum();
  }
}
