package dev.smtpscope.reference;

import java.util.List;
import java.util.stream.Stream;

/** What somebody can do about a reply or a setting. */
public record Advice(Audience audience, String text) {

  /** Whom an advice is for. */
  public enum Audience {
    /** Who sends mail, or runs the server that sends it. */
    SENDER("If you send"),
    /** Who runs the server that answered. */
    ADMIN("If you run the server");

    private final String label;

    Audience(String label) {
      this.label = label;
    }

    /** Words that introduce the advice. */
    public String label() {
      return label;
    }
  }

  static List<Advice> of(Block block) {
    return Stream.concat(
            block.all("sender").stream().map(text -> new Advice(Audience.SENDER, text)),
            block.all("admin").stream().map(text -> new Advice(Audience.ADMIN, text)))
        .toList();
  }

  /** The advice as one line, such as {@code If you send: try again later.} */
  public String sentence() {
    return audience.label() + ": " + text;
  }
}
