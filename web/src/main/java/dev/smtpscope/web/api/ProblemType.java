package dev.smtpscope.web.api;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of problems the API tells of (RFC 9457). */
enum ProblemType {
  BAD_REQUEST(400, "The request can't be understood"),
  UNAUTHORIZED(401, "A token is needed"),
  FORBIDDEN(403, "This is not done here"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This can't be done with what is here"),
  NOT_FINISHED(409, "The check has not ended yet"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The request is not JSON"),
  MISDIRECTED(421, "The request was meant for another host"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  FAILED(500, "Something broke in the service"),
  BUSY(503, "The service can't take this now");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The relative URI that identifies it. */
  String uri() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that fits a status of HTTP. */
  static ProblemType of(int status) {
    return Stream.of(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : FAILED);
  }
}
