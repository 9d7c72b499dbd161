package dev.smtpscope.cli;

/** Text that is built up block by block and fits the screen. */
public final class Page {
  private final StringBuilder out = new StringBuilder();
  private final int width;
  private final boolean bold;

  public Page(Terminal terminal) {
    this.width = Math.min(terminal.width(), 100) - 1;
    this.bold = terminal.colorByDefault();
  }

  /** A line of its own, in bold where colours are wanted. */
  public void heading(String text) {
    gap();
    line(bold ? "\033[1m" + text + "\033[0m" : text);
  }

  /** Prose, parted by an empty line from what stands before. */
  public void paragraph(String text) {
    gap();
    wrap(text, "", "");
  }

  /** An item of a list. */
  public void item(String text) {
    wrap(text, "  - ", "    ");
  }

  /** A line as it is. */
  public void line(String text) {
    out.append(text).append('\n');
  }

  /** An empty line, unless there is one already. */
  public void gap() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }

  private void wrap(String text, String first, String others) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        line(line.toString());
        line.setLength(0);
        line.append(others);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
