package dev.smtpscope.web.page;

import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.http.Room;
import dev.smtpscope.web.link.LinkStore;
import dev.smtpscope.web.reference.CheckPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Everything of the service that people look at. Safe for all threads. */
public final class Pages implements Room {
  private final Site site;
  private final Assets assets;
  private final CheckService checks;
  private final Optional<LinkStore> links;
  private final Function<Context, Visitor> visitors;

  /**
   * @param base the path below which the service is reached: empty, or such as {@code /smtpscope}
   * @param links where reports are kept; empty for a service that keeps none
   */
  public Pages(
      String base,
      CheckService checks,
      Optional<LinkStore> links,
      Function<Context, Visitor> visitors) {
    this.assets = Assets.load();
    this.site = new Site(new Urls(base, assets), version());
    this.checks = checks;
    this.links = links;
    this.visitors = visitors;
  }

  @Override
  public void open(RoutesConfig routes) {
    routes.get("/assets/{name}", assets::serve);
    routes.get("/robots.txt", context -> context.result(robots()));
    new HomePages(site, checks, visitors).addTo(routes);
    new CheckDesk(site, checks, links.isPresent(), InstantSource.system()).addTo(routes);
    links.ifPresent(store -> new LinkPages(site, checks, store, visitors).addTo(routes));
    new ReferencePages(site, CheckPages.load()).addTo(routes);
    new ApiPage(site, visitors).addTo(routes);
  }

  /** Pages for errors. */
  public ErrorPages errors() {
    return new ErrorPages(site);
  }

  private String robots() {
    return """
    User-agent: *
    Allow: %1$s/$
    Allow: %1$s/reference
    Allow: %1$s/assets/
    Disallow: /
    """
        .formatted(site.urls().base());
  }

  private static String version() {
    return Optional.ofNullable(Pages.class.getPackage().getImplementationVersion()).orElse("0.1.0");
  }
}
