package dev.smtpscope.bulk.parquet;

/**
 * Where one column of a row group is in the file.
 *
 * @param offset of its page
 * @param raw octets with the header, before compression
 * @param stored octets with the header
 */
record Chunk(ParquetColumn column, long offset, long cells, long raw, long stored) {}
