package dev.smtpscope.bulk.summary;

/** Builds HTML and SVG: all text and all attribute values are escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element; {@code attributes} are names and values in turn. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** Text that may be broken after underscores. */
  Html words(String text) {
    int start = 0;
    for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', start)) {
      escape(text.substring(start, at + 1));
      out.append("<wbr>");
      start = at + 1;
    }
    return text(text.substring(start));
  }

  /** An element with nothing but text in it. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Starts a line in the source. */
  Html line() {
    out.append('\n');
    return this;
  }

  /** Text of ours that is already what it should be. */
  Html raw(String text) {
    out.append(text);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
