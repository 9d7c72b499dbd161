package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.target.Target;

/**
 * What a scan has found out about one target.
 *
 * @param line where the target stands in the input, from 1
 * @param report the report as a JSON document on one line, with or without the line's end
 * @param row the same, flat
 */
public record Finished(long line, Target target, String report, TargetRow row) {
  public Finished {
    int end = report.indexOf('\n');
    if (end >= 0 && end < report.length() - 1) {
      throw new IllegalArgumentException("a report in a file of many stands on one line");
    }
  }
}
