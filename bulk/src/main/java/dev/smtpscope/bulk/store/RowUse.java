package dev.smtpscope.bulk.store;

import dev.smtpscope.bulk.row.TargetRow;
import java.io.IOException;

/** What is done with each row. */
@FunctionalInterface
public interface RowUse {
  /** Takes the next row. */
  void take(TargetRow row) throws IOException;
}
