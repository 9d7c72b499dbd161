package dev.smtpscope.bulk.parquet;

/** A column whose cells may be empty. */
public record ParquetColumn(String name, ParquetType type) {}
