package dev.smtpscope.facts.audit;

/**
 * Whether a server does something, and how that was seen.
 *
 * @param detail what the server sent, or why it is not known, in a few words
 */
public record Trait(Support support, String detail) {
  public static Trait yes(String detail) {
    return new Trait(Support.YES, detail);
  }

  public static Trait no(String detail) {
    return new Trait(Support.NO, detail);
  }

  public static Trait unknown(String why) {
    return new Trait(Support.UNKNOWN, why);
  }

  public boolean isYes() {
    return support == Support.YES;
  }

  public boolean isNo() {
    return support == Support.NO;
  }
}
