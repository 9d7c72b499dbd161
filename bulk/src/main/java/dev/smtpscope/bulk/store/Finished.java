package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.target.Target;

/**
 * What a scan has found out about one target.
 *
 * @param line where the target stands in the input, from 1
 * @param row the report on it, flat
 */
public record Finished(long line, Target target, TargetRow row) {}
