package dev.smtpscope.web.api;

import dev.smtpscope.json.RecordJson;
import dev.smtpscope.web.check.BadRequestException;
import dev.smtpscope.web.check.Refusal;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong with a request, as it is told (RFC 9457).
 *
 * @param detail one sentence for whoever asked
 * @param field the field to blame
 */
record Problem(String type, String title, int status, String detail, Optional<String> field) {
  private static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail) {
    return new Problem(type.uri(), type.title(), type.status(), detail, Optional.empty());
  }

  static Problem of(BadRequestException e) {
    return of(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage())).at(e.field());
  }

  Problem at(String field) {
    return new Problem(type, title, status, detail, Optional.of(field));
  }

  /** Answers with this problem. */
  void answer(Context context) {
    context
        .status(status)
        .header("Cache-Control", "no-store")
        .contentType(MEDIA_TYPE)
        .result(RecordJson.write(this) + "\n");
  }

  /** Answers with what a refusal comes to. */
  static void answer(Context context, Refusal refusal) {
    switch (refusal) {
      case Refusal.Forbidden(String why) -> of(ProblemType.FORBIDDEN, why).answer(context);
      case Refusal.TooMany(String why, Duration retryAfter) -> {
        retryAfter(context, retryAfter);
        of(ProblemType.TOO_MANY_REQUESTS, why).answer(context);
      }
      case Refusal.Busy(String why, Duration retryAfter) -> {
        retryAfter(context, retryAfter);
        of(ProblemType.BUSY, why).answer(context);
      }
    }
  }

  private static void retryAfter(Context context, Duration wait) {
    long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    context.header("Retry-After", String.valueOf(seconds));
  }
}
