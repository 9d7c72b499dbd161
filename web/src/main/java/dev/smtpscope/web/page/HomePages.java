package dev.smtpscope.web.page;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.render.outline.Mark;
import dev.smtpscope.text.Words;
import dev.smtpscope.web.check.BadRequestException;
import dev.smtpscope.web.check.CheckRequest;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.Refusal;
import dev.smtpscope.web.check.RequestParser;
import dev.smtpscope.web.check.RunningCheck;
import dev.smtpscope.web.check.Submission;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The form, and what starts a check. */
record HomePages(Site site, CheckService checks, Function<Context, Visitor> visitors) {
  private static final List<String> OURSELVES = List.of("none", "same-origin");

  void addTo(RoutesConfig routes) {
    routes.get("/", this::show);
    routes.post("/checks", this::post);
    routes.get("/check", this::again);
  }

  private void show(Context context) {
    send(context, HttpStatus.OK, HomeView.of(words(context.queryParamMap()), deepest()));
  }

  private AuditDepth deepest() {
    return checks.parser().deepestAudit();
  }

  private void post(Context context) {
    start(context, words(context.formParamMap()));
  }

  /** A link starts a check only where the visitor means it to: not from another site. */
  private void again(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && OURSELVES.contains(site)) {
      start(context, words(context.queryParamMap()));
    } else {
      show(context);
    }
  }

  private void start(Context context, Map<String, String> words) {
    HomeView home = HomeView.of(words, deepest());
    try {
      CheckRequest request = checks.parser().parse(words);
      switch (checks.submit(request, visitors.apply(context).client())) {
        case Submission.Accepted(RunningCheck check) ->
            context.redirect(site.urls().check(check.id()), HttpStatus.SEE_OTHER);
        case Submission.Refused(Refusal refusal) -> refuse(context, home, refusal);
      }
    } catch (BadRequestException e) {
      HomeView.Problem problem = problem(e.field(), String.valueOf(e.getMessage()));
      send(context, HttpStatus.BAD_REQUEST, home.with(problem));
    }
  }

  private void refuse(Context context, HomeView home, Refusal refusal) {
    switch (refusal) {
      case Refusal.Forbidden(String why) ->
          send(context, HttpStatus.FORBIDDEN, home.with(problem("target", why)));
      case Refusal.TooMany(String why, Duration wait) -> {
        retryAfter(context, wait);
        send(
            context,
            HttpStatus.TOO_MANY_REQUESTS,
            home.with(notice("A little slower, please", why, wait)));
      }
      case Refusal.Busy(String why, Duration wait) -> {
        retryAfter(context, wait);
        send(
            context,
            HttpStatus.SERVICE_UNAVAILABLE,
            home.with(notice("Much to do just now", why, wait)));
      }
    }
  }

  private void send(Context context, HttpStatus status, HomeView home) {
    context.status(status);
    Shell shell =
        status == HttpStatus.OK
            ? site.open("", Shell.Section.CHECK)
            : site.closed("Not checked", Shell.Section.CHECK);
    site.send(context, shell, out -> Templates.home(out, shell, home));
  }

  private static HomeView.Problem problem(String field, String why) {
    String shown = HomeView.FIELDS.contains(field) ? field : "target";
    return new HomeView.Problem(shown, sentence(why));
  }

  private static HomeView.Notice notice(String title, String why, Duration wait) {
    return new HomeView.Notice(
        Mark.WARNING,
        title,
        sentence(why) + " Try again in " + Words.duration(seconds(wait)) + ".");
  }

  private static void retryAfter(Context context, Duration wait) {
    context.header("Retry-After", Long.toString(seconds(wait).toSeconds()));
  }

  private static Duration seconds(Duration wait) {
    return Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private static String sentence(String words) {
    String first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }

  /** The last that is not blank: a list counts before the tick that stands above it. */
  private static String last(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).reduce("", (first, later) -> later);
  }

  private static Map<String, String> words(Map<String, List<String>> params) {
    Map<String, String> words = new LinkedHashMap<>();
    params.forEach((name, values) -> {
      if (RequestParser.FIELDS.contains(name)) {
        words.put(name, last(values));
      }
    });
    return words;
  }
}
