/** The tables that a scan leaves behind: CSV with a line for each target, Parquet with all. */
@NullMarked
package dev.smtpscope.bulk.table;

import org.jspecify.annotations.NullMarked;
