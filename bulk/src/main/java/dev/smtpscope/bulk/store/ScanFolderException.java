package dev.smtpscope.bulk.store;

/**
 * The folder of a scan cannot be used, or no longer. The message is one line: what is wrong, where,
 * and what would be right. What was recorded before stands.
 */
public final class ScanFolderException extends Exception {
  private static final long serialVersionUID = 1L;

  public ScanFolderException(String message) {
    super(message);
  }

  ScanFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
