@NullMarked
package dev.smtpscope.bulk.parquet;

import org.jspecify.annotations.NullMarked;
