package dev.smtpscope.web.api;

import dev.smtpscope.json.InvalidJsonException;
import dev.smtpscope.json.RecordJson;
import dev.smtpscope.report.Report;
import dev.smtpscope.web.check.BadRequestException;
import dev.smtpscope.web.check.CheckId;
import dev.smtpscope.web.check.CheckRequest;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.check.Client;
import dev.smtpscope.web.check.Refusal;
import dev.smtpscope.web.check.RunningCheck;
import dev.smtpscope.web.check.Submission;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The routes under {@code /api/v1}. Safe for all threads. */
public final class ChecksApi implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String CHECK = "/api/v1/checks/{id}";

  private final CheckService service;
  private final StreamLimits limits;
  private final Function<Context, Client> clients;
  private final Slots slots;
  private final Patience patience;

  /**
   * @param clients who asks
   */
  public ChecksApi(CheckService service, StreamLimits limits, Function<Context, Client> clients) {
    this.service = service;
    this.limits = limits;
    this.clients = clients;
    this.slots = new Slots(limits);
    this.patience = new Patience(limits.write());
  }

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/checks", this::create);
    routes.get("/api/v1/check", this::checkNow);
    routes.get(CHECK, context -> find(context, check -> status(context, check)));
    routes.delete(CHECK, context -> find(context, check -> cancel(context, check)));
    routes.get(CHECK + "/report", context -> find(context, check -> report(context, check)));
    routes.get(CHECK + "/events", context -> find(context, check -> events(context, check)));
    Documents.addTo(routes);
  }

  /** How many streams of events are open. */
  public int openStreams() {
    return slots.open();
  }

  @Override
  public void close() {
    patience.close();
  }

  private void create(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("").split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      Problem.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "send JSON with Content-Type: application/json")
          .answer(context);
      return;
    }
    byte[] body = context.bodyAsBytes();
    submit(context, () -> RecordJson.read(body, CheckBody.class).words(), this::created);
  }

  private void created(Context context, RunningCheck check) {
    context.status(202).header("Location", path(context, check));
    status(context, check);
  }

  private void checkNow(Context context) {
    submit(
        context,
        () -> Query.words(context.queryParamMap()),
        (c, check) -> new OneAnswer(check, patience).send(c));
  }

  private interface Words {
    Map<String, String> read() throws BadRequestException, InvalidJsonException;
  }

  private interface Answer {
    void send(Context context, RunningCheck check);
  }

  private void submit(Context context, Words words, Answer answer) {
    try {
      CheckRequest request = service.parser().parse(words.read());
      switch (service.submit(request, clients.apply(context))) {
        case Submission.Accepted(RunningCheck check) -> answer.send(context, check);
        case Submission.Refused(Refusal refusal) -> Problem.answer(context, refusal);
      }
    } catch (BadRequestException e) {
      Problem.of(e).answer(context);
    } catch (InvalidJsonException e) {
      Problem problem = Problem.of(ProblemType.BAD_REQUEST, String.valueOf(e.getMessage()));
      e.field().map(problem::at).orElse(problem).answer(context);
    }
  }

  private void find(Context context, Consumer<RunningCheck> found) {
    Optional<RunningCheck> check = CheckId.of(context.pathParam("id")).flatMap(service::find);
    if (check.isPresent()) {
      found.accept(check.get());
    } else {
      Problem.of(
              ProblemType.NOT_FOUND,
              "no check of this id is known; results are kept for a while only")
          .answer(context);
    }
  }

  private void status(Context context, RunningCheck check) {
    json(context, RecordJson.write(StatusView.of(check, path(context, check))) + "\n");
  }

  private void report(Context context, RunningCheck check) {
    switch (check.state()) {
      case CheckState.Finished(Report report) -> json(context, ReportDocument.of(report));
      case CheckState.Failed(String why) -> Problem.of(ProblemType.FAILED, why).answer(context);
      case CheckState.Queued queued -> notFinished(context);
      case CheckState.Running running -> notFinished(context);
    }
  }

  private static void notFinished(Context context) {
    context.header("Retry-After", "2");
    Problem.of(ProblemType.NOT_FINISHED, "the check is still under way").answer(context);
  }

  private static void cancel(Context context, RunningCheck check) {
    check.cancel();
    context.status(204);
  }

  private void events(Context context, RunningCheck check) {
    long last = Query.eventId(Optional.ofNullable(context.header("Last-Event-ID")));
    Client client = clients.apply(context);
    if (check.events().endsAt(last)) {
      context.status(204);
    } else if (slots.take(client)) {
      try {
        new EventStream(check.events(), limits, patience).send(context, last);
      } finally {
        slots.giveBack(client);
      }
    } else {
      Problem.answer(context, new Refusal.TooMany("too many streams of events are open", SOON));
    }
  }

  private static void json(Context context, String json) {
    context.contentType("application/json").header("Cache-Control", "no-store").result(json);
  }

  private static String path(Context context, RunningCheck check) {
    String base = context.contextPath().equals("/") ? "" : context.contextPath();
    return base + CHECK.replace("{id}", check.id().value());
  }
}
