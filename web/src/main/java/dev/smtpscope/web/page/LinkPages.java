package dev.smtpscope.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.report.Report;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.link.Expiry;
import dev.smtpscope.web.link.Keeping;
import dev.smtpscope.web.link.KeptReport;
import dev.smtpscope.web.link.LinkStore;
import dev.smtpscope.web.link.Secret;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Permanent links: made, shown, deleted. */
final class LinkPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Site site;
  private final CheckService checks;
  private final LinkStore store;
  private final Function<Context, Visitor> visitors;

  /** Keys of links just made, until the page that tells them is shown. */
  private final Cache<Secret, Secret> untold =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(2)).build();

  LinkPages(Site site, CheckService checks, LinkStore store, Function<Context, Visitor> visitors) {
    this.site = site;
    this.checks = checks;
    this.store = store;
    this.visitors = visitors;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/checks/{id}/link", this::make);
    routes.get("/r/{id}", this::show);
    routes.get("/r/{id}/made", this::made);
    routes.get("/r/{id}/delete", this::askToDelete);
    routes.post("/r/{id}/delete", this::delete);
    for (Downloads.Format format : Downloads.FORMATS) {
      routes.get("/r/{id}/report." + format.extension(), c -> download(c, format));
    }
  }

  private void make(Context context) {
    Optional<Report> report =
        CheckId.of(context.pathParam("id")).flatMap(checks::find).flatMap(c -> reportOf(c.state()));
    if (report.isEmpty()) {
      gone(context);
      return;
    }
    Expiry expiry = word(context.formParam("expiry")).flatMap(Expiry::of).orElse(Expiry.MONTH);
    switch (store.keep(report.get(), expiry)) {
      case Keeping.Kept(Secret id, Secret key, Instant expires) -> {
        untold.put(id, key);
        context.redirect(site.urls().link(id.value()) + "/made", HttpStatus.SEE_OTHER);
      }
      case Keeping.Refused(String why) ->
          site.message(
              context,
              HttpStatus.INSUFFICIENT_STORAGE,
              Message.of(
                  Mark.WARNING,
                  "No permanent link",
                  why,
                  "Back to the report",
                  site.urls().base() + "/checks/" + context.pathParam("id")));
    }
  }

  private static Optional<Report> reportOf(CheckState state) {
    return state instanceof CheckState.Finished(Report report)
        ? Optional.of(report)
        : Optional.empty();
  }

  private void show(Context context) {
    found(context).ifPresentOrElse(kept -> show(context, kept), () -> gone(context));
  }

  private void show(Context context, KeptReport kept) {
    Urls urls = site.urls();
    ReportPage page =
        new ReportPage(
            kept.report(),
            urls.links(),
            urls.link(context.pathParam("id")),
            urls.again(RequestWords.of(kept.report().facts().target())),
            false,
            Optional.of(DAY.format(kept.expires())));
    Shell shell = site.closed(host(kept), Shell.Section.CHECK);
    site.send(context, shell, out -> Templates.report(out, shell, page));
  }

  private void made(Context context) {
    found(context).ifPresentOrElse(kept -> made(context, kept), () -> gone(context));
  }

  private void made(Context context, KeptReport kept) {
    Secret id = new Secret(context.pathParam("id"));
    String path = site.urls().link(id.value());
    String url = visitors.apply(context).origin() + path;
    Optional<String> deleteUrl =
        Optional.ofNullable(untold.asMap().remove(id)).map(k -> url + "/delete?key=" + k.value());
    LinkView view = new LinkView(host(kept), path, url, deleteUrl, DAY.format(kept.expires()));
    Shell shell = site.closed("Permanent link", Shell.Section.CHECK);
    site.send(context, shell, out -> Templates.made(out, shell, view));
  }

  private void askToDelete(Context context) {
    Optional<KeptReport> kept =
        found(context).filter(k -> isKey(context, context.queryParam("key")));
    kept.ifPresentOrElse(k -> askToDelete(context, k), () -> gone(context));
  }

  private void askToDelete(Context context, KeptReport kept) {
    String path = site.urls().link(context.pathParam("id"));
    Optional<String> key = word(context.queryParam("key"));
    LinkView view = new LinkView(host(kept), path, path, key, DAY.format(kept.expires()));
    Shell shell = site.closed("Delete this report?", Shell.Section.CHECK);
    site.send(context, shell, out -> Templates.deletion(out, shell, view));
  }

  private void delete(Context context) {
    Optional<Secret> id = Secret.of(context.pathParam("id"));
    Optional<Secret> key = word(context.formParam("key")).flatMap(Secret::of);
    if (id.isEmpty() || key.isEmpty() || !store.delete(id.get(), key.get())) {
      gone(context);
      return;
    }
    site.message(
        context,
        HttpStatus.OK,
        Message.of(
            Mark.GOOD,
            "The report is deleted",
            "Its link leads nowhere from now on, and nothing is kept of it.",
            "Check a mail server",
            site.urls().home()));
  }

  private void download(Context context, Downloads.Format format) {
    found(context)
        .ifPresentOrElse(
            kept -> Downloads.send(context, kept.report(), format), () -> gone(context));
  }

  private boolean isKey(Context context, @org.jspecify.annotations.Nullable String key) {
    Optional<Secret> id = Secret.of(context.pathParam("id"));
    Optional<Secret> given = word(key).flatMap(Secret::of);
    return id.isPresent() && given.isPresent() && store.isKey(id.get(), given.get());
  }

  private Optional<KeptReport> found(Context context) {
    return Secret.of(context.pathParam("id")).flatMap(store::find);
  }

  private static Optional<String> word(@org.jspecify.annotations.Nullable String value) {
    return Optional.ofNullable(value);
  }

  private static String host(KeptReport kept) {
    return kept.report().facts().target().host().toString();
  }

  private void gone(Context context) {
    site.message(
        context,
        HttpStatus.NOT_FOUND,
        Message.of(
            Mark.OPEN,
            "There is no such report",
            "It expired, was deleted, or never was.",
            "Check a mail server",
            site.urls().home()));
  }
}
