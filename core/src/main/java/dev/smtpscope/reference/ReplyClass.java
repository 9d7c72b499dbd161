package dev.smtpscope.reference;

/** What the first digit of a reply code says (RFC 5321 section 4.2.1). */
public enum ReplyClass {
  /** 1yz; SMTP has no such replies. */
  PRELIMINARY("Codes that begin with 1 are not used by SMTP."),
  /** 2yz. */
  COMPLETION("The first digit 2 says: done."),
  /** 3yz. */
  INTERMEDIATE("The first digit 3 says: accepted so far, the server waits for more."),
  /** 4yz. */
  TRANSIENT("The first digit 4 says: refused for now, the same request may succeed later."),
  /** 5yz. */
  PERMANENT("The first digit 5 says: refused for good, the same request will fail again."),
  /** Any other first digit. */
  UNUSABLE("No SMTP reply begins so: the code cannot be used.");

  private static final ReplyClass[] BY_DIGIT = {
    UNUSABLE, PRELIMINARY, COMPLETION, INTERMEDIATE, TRANSIENT, PERMANENT
  };

  private final String sentence;

  ReplyClass(String sentence) {
    this.sentence = sentence;
  }

  /** The class of any number; outside 100 to 599 it is {@link #UNUSABLE}. */
  public static ReplyClass of(int code) {
    return code >= 100 && code < 600 ? BY_DIGIT[code / 100] : UNUSABLE;
  }

  /** The meaning as a sentence. */
  public String sentence() {
    return sentence;
  }
}
