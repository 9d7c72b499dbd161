package dev.smtpscope.reference;

import java.util.ArrayList;
import java.util.List;

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
    List<Advice> advice = new ArrayList<>(2);
    for (String text : block.all("sender")) {
      advice.add(new Advice(Audience.SENDER, text));
    }
    for (String text : block.all("admin")) {
      advice.add(new Advice(Audience.ADMIN, text));
    }
    return advice;
  }

  /** The advice as one line, such as {@code If you send: try again later.} */
  public String sentence() {
    return audience.label() + ": " + text;
  }
}
