package dev.smtpscope.web.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what never became a request that the service could answer itself, in one line. */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders()::put, false);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
    String status =
        Optional.ofNullable(HttpStatus.getMessage(response.getStatus())).orElse("Error");
    Content.Sink.write(response, true, response.getStatus() + " " + status + "\n", callback);
    return true;
  }
}
