package dev.smtpscope.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** The page to try the API. */
record ApiPage(Site site, Function<Context, Visitor> visitors) {
  void addTo(RoutesConfig routes) {
    routes.get("/api", this::show);
  }

  private void show(Context context) {
    Shell shell = site.open("API", Shell.Section.API).with("api.js");
    String target = Optional.ofNullable(context.queryParam("target")).orElse("");
    ApiView view = new ApiView(visitors.apply(context).origin(), target);
    site.send(context, shell, out -> Templates.api(out, shell, view));
  }
}
