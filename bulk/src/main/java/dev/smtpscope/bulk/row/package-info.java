/** What a scan keeps of each target in flat rows, from which tables and summaries are made. */
@NullMarked
package dev.smtpscope.bulk.row;

import org.jspecify.annotations.NullMarked;
