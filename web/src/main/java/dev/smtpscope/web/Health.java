package dev.smtpscope.web;

import dev.smtpscope.web.http.Room;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Says to load balancers whether checks are taken. Safe for all threads. */
final class Health implements Room {
  private volatile boolean draining;

  @Override
  public void open(RoutesConfig routes) {
    routes.get("/health", this::tell);
  }

  void drain() {
    draining = true;
  }

  private void tell(Context context) {
    context.status(draining ? 503 : 200).result(draining ? "draining\n" : "ok\n");
  }
}
