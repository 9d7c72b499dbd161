package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.EnhancedCode;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.reference.RejectionCause;
import dev.smtpscope.reference.ReplyWording;

/**
 * What a refusing reply tells of its cause, as seen from here.
 *
 * @param cause a few words in brackets, or nothing
 * @param concernsClient whether another client may well be served
 */
record Refusal(String cause, String meaning, boolean concernsClient) {
  static Refusal of(Reply reply) {
    return ReplyWording.of(reply.code(), reply.enhanced().map(EnhancedCode::toString), reply.text())
        .map(Refusal::named)
        .orElseGet(() -> new Refusal("", "", reply.isTransient()));
  }

  private static Refusal named(ReplyWording wording) {
    RejectionCause cause = wording.cause();
    String source = wording.source().map(s -> ", " + s).orElse("");
    return new Refusal(
        " (" + cause.title() + source + ")",
        " " + String.join(" ", cause.paragraphs()),
        cause.concernsClient());
  }

  /** Milder where the refusal says more about us than about the server. */
  Severity severity() {
    return concernsClient ? Severity.NOTICE : Severity.WARNING;
  }
}
