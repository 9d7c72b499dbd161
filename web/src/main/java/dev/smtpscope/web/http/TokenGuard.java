package dev.smtpscope.web.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Optional;

/** Asks for the token, where there is one, for all but the question whether the service lives. */
final class TokenGuard implements Handler {
  private final Token token;
  private final String open;

  TokenGuard(Token token, BasePath base) {
    this.token = token;
    this.open = base.value() + "/health";
  }

  @Override
  public void handle(Context context) {
    boolean isKnown =
        Optional.ofNullable(context.header("Authorization")).filter(token::opens).isPresent();
    if (!isKnown && !context.path().equals(open)) {
      context.header("WWW-Authenticate", "Basic realm=\"smtpscope\", charset=\"UTF-8\"");
      throw new HttpResponseException(
          401, "A token is needed: as a bearer token, or as the password with any user name.");
    }
  }
}
