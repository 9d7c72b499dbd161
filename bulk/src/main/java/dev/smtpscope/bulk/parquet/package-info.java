/** Writes flat tables in the Parquet format, version 1, compressed with zstd. */
@NullMarked
package dev.smtpscope.bulk.parquet;

import org.jspecify.annotations.NullMarked;
