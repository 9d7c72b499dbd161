package dev.smtpscope.render;

/**
 * What the reader asked to see. Formats for programs leave most of it aside.
 *
 * @param details all that was observed, not only what matters
 * @param transcript the whole conversation
 * @param quiet the verdict and the findings' titles alone
 * @param pem the certificates in PEM
 * @param color terminal colours
 * @param unicode whether the output can show every character; otherwise only ASCII is written
 * @param width of the terminal in columns, at least 40
 */
public record RenderOptions(
    boolean details,
    boolean transcript,
    boolean quiet,
    boolean pem,
    boolean color,
    boolean unicode,
    int width) {
  /** The default for a file or a pipe. */
  public static final RenderOptions PLAIN =
      new RenderOptions(false, false, false, false, false, true, 80);

  public RenderOptions {
    width = Math.max(40, width);
  }
}
