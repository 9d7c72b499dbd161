package dev.smtpscope.cli;

/**
 * How the command ends. With several targets the highest code of all counts. A signal ends it with
 * 128 and the signal's number.
 */
public final class ExitCode {
  /** Tested, and nothing found at or above {@code --fail-on}. */
  public static final int FINE = 0;

  /** Tested, and something found at or above {@code --fail-on}. */
  public static final int FINDINGS = 1;

  /** The command line is wrong, or names a file that cannot be read or written. */
  public static final int USAGE = 2;

  /** A target could not be tested: no address, no way there, or no conversation. */
  public static final int NOT_TESTED = 3;

  /** The service cannot listen where it should. */
  public static final int UNAVAILABLE = 69;

  /** The results of a scan can't be written any more, for instance because the disk is full. */
  public static final int NOT_WRITTEN = 74;

  /** A scan ended because no name can be looked up any more; it can go on later. */
  public static final int NO_NAMES = 75;

  /** The user stopped a scan with Ctrl-C; what was done by then is written. */
  public static final int INTERRUPTED = 130;

  /** A defect of smtpscope itself. */
  public static final int INTERNAL = 70;

  private ExitCode() {}
}
