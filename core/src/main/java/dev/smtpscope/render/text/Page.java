package dev.smtpscope.render.text;

import dev.smtpscope.render.RenderOptions;
import java.io.IOException;
import java.util.List;

/** Lines of limited width at a margin, a few of which may have to be longer. */
final class Page {
  private static final int LEAST_ROOM = 16;

  private final Appendable out;
  private final RenderOptions options;
  private boolean empty = true;

  Page(Appendable out, RenderOptions options) {
    this.out = out;
    this.options = options;
  }

  /** The columns right of {@code margin}. */
  int room(int margin) {
    return Math.max(LEAST_ROOM, options.width() - margin);
  }

  boolean unicode() {
    return options.unicode();
  }

  void blankLine() throws IOException {
    if (!empty) {
      out.append('\n');
    }
  }

  /** Text broken at spaces, the first line after {@code prefix}, the others below its end. */
  void wrapped(String prefix, Style prefixStyle, String text, Style style) throws IOException {
    int margin = Columns.width(prefix);
    List<String> lines = Columns.wrap(Repertoire.fit(text, unicode()), room(margin));
    line(painted(prefix, prefixStyle) + painted(lines.getFirst(), style));
    for (String line : lines.subList(1, lines.size())) {
      line(" ".repeat(margin) + painted(line, style));
    }
  }

  /** Text broken at the last column alone, continued {@code hang} columns further in. */
  void chopped(String prefix, Style prefixStyle, String text, int hang) throws IOException {
    int margin = Columns.width(prefix);
    String fitting = Repertoire.fit(text, unicode());
    List<String> lines = Columns.chop(fitting, room(margin), room(margin + hang));
    line(painted(prefix, prefixStyle) + lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      line(" ".repeat(margin + hang) + line);
    }
  }

  /** A line that is not broken, however long. */
  void whole(String prefix, Style prefixStyle, String text) throws IOException {
    line(painted(prefix, prefixStyle) + Repertoire.fit(text, unicode()));
  }

  private void line(String text) throws IOException {
    out.append(text.stripTrailing()).append('\n');
    empty = false;
  }

  private String painted(String text, Style style) {
    int start = text.length() - text.stripLeading().length();
    return options.color() ? text.substring(0, start) + style.paint(text.substring(start)) : text;
  }
}
