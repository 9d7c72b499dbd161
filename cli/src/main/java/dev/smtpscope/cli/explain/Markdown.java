package dev.smtpscope.cli.explain;

import dev.smtpscope.cli.Page;
import java.util.regex.Pattern;

/** A page of our own docs, in the little of Markdown that they use, as text. */
final class Markdown {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\((https?:[^)]+)\\)");
  private static final Pattern LOCAL_LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)]+\\)");

  private final String text;
  private final StringBuilder block = new StringBuilder();
  private boolean item;
  private boolean code;

  Markdown(String text) {
    this.text = text;
  }

  void writeTo(Page page) {
    text.lines().forEach(line -> take(line, page));
    flush(page);
  }

  private void take(String line, Page page) {
    if (line.startsWith("```")) {
      flush(page);
      page.gap();
      code = !code;
    } else if (code) {
      page.line("    " + line);
    } else {
      takeProse(line, page);
    }
  }

  private void takeProse(String line, Page page) {
    if (line.isBlank() || line.startsWith("<!--")) {
      flush(page);
      page.gap();
    } else if (line.startsWith("#")) {
      flush(page);
      page.heading(plain(line.replaceFirst("#+ *", "")));
    } else if (line.matches("[-*] .*")) {
      flush(page);
      item = true;
      block.append(line.substring(2));
    } else {
      block.append(' ').append(line.strip());
    }
  }

  private void flush(Page page) {
    String prose = plain(block.toString());
    block.setLength(0);
    if (!prose.isBlank() && item) {
      page.item(prose);
    } else if (!prose.isBlank()) {
      page.paragraph(prose);
    }
    item = false;
  }

  private static String plain(String markdown) {
    String linked = LINK.matcher(markdown).replaceAll("$1 ($2)");
    return LOCAL_LINK.matcher(linked).replaceAll("$1").replace("**", "").replace("`", "");
  }
}
