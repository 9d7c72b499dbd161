package dev.smtpscope.reference;

/**
 * An SMTP reply code.
 *
 * @param code as the server sent it, mostly 200 to 599
 */
public record ReplyCode(int code, Standing standing, Prose prose) implements Entry {
  @Override
  public String kind() {
    return "SMTP reply code";
  }

  @Override
  public String key() {
    return Integer.toString(code);
  }

  /** What the first digit says. */
  public ReplyClass replyClass() {
    return ReplyClass.of(code);
  }

  /** Whether trying again later may succeed. */
  public boolean isTransient() {
    return replyClass() == ReplyClass.TRANSIENT;
  }

  /** Whether the same request will fail again. */
  public boolean isPermanent() {
    return replyClass() == ReplyClass.PERMANENT;
  }
}
