package dev.smtpscope.web.page;

import dev.smtpscope.render.outline.Mark;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages for requests that come to nothing, for people; programs get theirs from the API. */
public final class ErrorPages {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Site site;

  ErrorPages(Site site) {
    this.site = site;
  }

  /** Tells of a request that comes to nothing. */
  public void tell(HttpResponseException e, Context context) {
    HttpStatus status = HttpStatus.forStatus(e.getStatus());
    if (status == HttpStatus.METHOD_NOT_ALLOWED) {
      context.header("Allow", String.join(", ", e.getDetails().values()));
    }
    boolean hasWords = status == HttpStatus.FORBIDDEN || status == HttpStatus.UNAUTHORIZED;
    send(context, status, hasWords ? Optional.ofNullable(e.getMessage()) : Optional.empty());
  }

  /** Tells of a mistake of ours, and writes it down. */
  public void tellOfMistake(Exception e, Context context) {
    LOG.error("a request failed", e);
    send(context, HttpStatus.INTERNAL_SERVER_ERROR, Optional.empty());
  }

  private void send(Context context, HttpStatus status, Optional<String> why) {
    site.message(
        context,
        status,
        Message.of(
            mark(status),
            title(status),
            why.orElseGet(() -> text(status)),
            "To the start",
            site.urls().home()));
  }

  private static Mark mark(HttpStatus status) {
    return status.isServerError() ? Mark.ERROR : Mark.OPEN;
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is nothing here";
      case METHOD_NOT_ALLOWED -> "Not in this way";
      case FORBIDDEN -> "This is refused";
      case CONTENT_TOO_LARGE -> "That is too much";
      default -> status.isServerError() ? "Something broke here" : "That did not work";
    };
  }

  private static String text(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "The address may have a slip in it, or what it led to is gone.";
      case METHOD_NOT_ALLOWED -> "The page exists, but takes another kind of request.";
      case CONTENT_TOO_LARGE -> "The request is larger than any that makes sense here.";
      default ->
          status.isServerError()
              ? "That is our mistake, not yours. Trying again may help."
              : "The request could not be understood.";
    };
  }
}
