package dev.smtpscope.web.page;

import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.report.Report;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.check.RunningCheck;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A check's own page: live while it runs, then its report and downloads. */
record CheckDesk(Site site, CheckService checks, boolean canKeep, InstantSource clock) {
  private static final int REFRESH_SECONDS = 2;

  void addTo(RoutesConfig routes) {
    routes.get("/checks/{id}", this::show);
    routes.post("/checks/{id}/cancel", this::cancel);
    for (Downloads.Format format : Downloads.FORMATS) {
      routes.get("/checks/{id}/report." + format.extension(), c -> download(c, format));
    }
  }

  private void show(Context context) throws InterruptedException {
    Optional<RunningCheck> check = find(context);
    if (check.isEmpty()) {
      forgotten(context);
      return;
    }
    RunningCheck known = check.get();
    switch (known.state()) {
      case CheckState.Queued queued -> live(context, known);
      case CheckState.Running running -> live(context, known);
      case CheckState.Finished(Report report) -> report(context, known, report);
      case CheckState.Failed(String why) -> failed(context, known, why);
    }
  }

  private void live(Context context, RunningCheck check) throws InterruptedException {
    var target = check.request().target();
    LiveView view =
        new LiveView(
            check.id(),
            target,
            Progress.of(target, check.events().after(0, Duration.ZERO)),
            Math.max(0, Duration.between(check.submittedAt(), clock.instant()).toMillis()));
    Shell shell =
        site.closed("Checking " + view.host(), Shell.Section.CHECK)
            .with("live.js")
            .refreshed(REFRESH_SECONDS)
            .asAnswer();
    site.send(context, shell, out -> Templates.live(out, shell, view));
  }

  private void report(Context context, RunningCheck check, Report report) {
    ReportPage page =
        ReportPage.live(
            site, report, site.urls().check(check.id()), RequestWords.of(check.request()), canKeep);
    String host = report.facts().target().host().toString();
    Shell shell = site.closed(host, Shell.Section.CHECK).asAnswer();
    site.send(context, shell, out -> Templates.report(out, shell, page));
  }

  private void failed(Context context, RunningCheck check, String why) {
    String again = site.urls().again(RequestWords.of(check.request()));
    site.message(
        context,
        HttpStatus.INTERNAL_SERVER_ERROR,
        Message.of(Mark.ERROR, "The check broke off", why, "Try again", again));
  }

  private void cancel(Context context) {
    Optional<RunningCheck> check = find(context);
    check.ifPresent(RunningCheck::cancel);
    check.ifPresentOrElse(
        c -> context.redirect(site.urls().check(c.id()), HttpStatus.SEE_OTHER),
        () -> forgotten(context));
  }

  private void download(Context context, Downloads.Format format) {
    Optional<CheckState> state = find(context).map(RunningCheck::state);
    if (state.isPresent() && state.get() instanceof CheckState.Finished(Report report)) {
      Downloads.send(context, report, format);
    } else {
      forgotten(context);
    }
  }

  private void forgotten(Context context) {
    site.message(
        context,
        HttpStatus.NOT_FOUND,
        Message.of(
            Mark.OPEN,
            "There is no such report",
            "Reports are kept for a short while only, and this one is gone, or not there yet."
                + " Nothing is stored of it.",
            "Check a mail server",
            site.urls().home()));
  }

  private Optional<RunningCheck> find(Context context) {
    return CheckId.of(context.pathParam("id")).flatMap(checks::find);
  }
}
