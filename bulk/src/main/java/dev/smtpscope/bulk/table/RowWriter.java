package dev.smtpscope.bulk.table;

import dev.smtpscope.bulk.row.TargetRow;
import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of a scan, one target after another. For one thread. */
public interface RowWriter extends Closeable {
  /** Adds a target. */
  void write(TargetRow row) throws IOException;
}
