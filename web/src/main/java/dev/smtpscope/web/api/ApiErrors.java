package dev.smtpscope.web.api;

import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.HttpResponseException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of errors below {@code /api/} as problem details; others are not its business. */
public final class ApiErrors implements ExceptionHandler<HttpResponseException> {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

  /** Whether an error of this request is told here. */
  public static boolean concerns(Context context) {
    return context.path().startsWith(context.contextPath() + "/api/");
  }

  @Override
  public void handle(HttpResponseException e, Context context) {
    ProblemType type = ProblemType.of(e.getStatus());
    if (type == ProblemType.METHOD_NOT_ALLOWED) {
      context.header("Allow", String.join(", ", methods(e)));
    }
    Problem.of(type, detail(e)).answer(context);
  }

  /** Tells of a mistake of ours, and writes it down; what was sent already stays as it is. */
  public void tellOfMistake(Exception e, Context context) {
    LOG.error("a request to the API failed", e);
    if (!context.res().isCommitted()) {
      Problem.of(ProblemType.FAILED, "something broke in the service; it was written to its log")
          .answer(context);
    }
  }

  private static List<String> methods(HttpResponseException e) {
    return e.getDetails().values().stream().toList();
  }

  private static String detail(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "there is no such address; see /api/openapi.json";
      case 405 -> "this address knows only " + String.join(", ", methods(e));
      case 413 -> "a request for a check is at most a few hundred characters";
      default -> String.valueOf(e.getMessage());
    };
  }
}
