package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.store.ScanFolderException;

/** How a scan ended. What was done by then is recorded in any case but the last. */
public sealed interface Ending {
  /** Every target has its result. */
  record Complete() implements Ending {}

  /** The user stopped it. */
  record Stopped() implements Ending {}

  /** The list of targets could not be read to its end; {@code why} is one line. */
  record InputBroken(String why) implements Ending {}

  /** Names could not be looked up any more; {@code why} is one line. */
  record NamesLost(String why) implements Ending {}

  /** The results could not be written; {@code why} is one line. */
  record OutputBroken(String why) implements Ending {}

  /** The end that trouble with the folder makes. */
  static OutputBroken of(ScanFolderException trouble) {
    return new OutputBroken(String.valueOf(trouble.getMessage()));
  }
}
