package dev.smtpscope.render;

/**
 * What the reader asked to see.
 *
 * @param details all that was observed, not only what matters
 * @param transcript the whole conversation
 * @param quiet the verdict and the findings' titles alone
 * @param pem the certificates in PEM
 * @param color terminal colours
 * @param width of the terminal in columns, at least 40
 */
public record RenderOptions(
    boolean details, boolean transcript, boolean quiet, boolean pem, boolean color, int width) {
  /** The default for a file or a pipe. */
  public static final RenderOptions PLAIN =
      new RenderOptions(false, false, false, false, false, 80);
}
