package dev.smtpscope.web.metrics;

import dev.smtpscope.web.check.BadRequestException;
import dev.smtpscope.web.check.CheckRequest;
import dev.smtpscope.web.check.CheckService;
import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.check.Client;
import dev.smtpscope.web.check.Refusal;
import dev.smtpscope.web.check.RunningCheck;
import dev.smtpscope.web.check.Submission;
import dev.smtpscope.web.http.Caller;
import dev.smtpscope.web.http.Room;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code /probe}: checks a server while Prometheus waits, in the manner of its blackbox exporter. A
 * check that fails or is refused is a metric; only a request that means nothing is an error.
 */
public final class Probe implements Room {
  /** To end a check that has used up its time. */
  private static final Duration LAST_WORDS = Duration.ofMillis(250);

  private final CheckService checks;
  private final AtomicInteger inFlight = new AtomicInteger();

  public Probe(CheckService checks) {
    this.checks = checks;
  }

  @Override
  public void open(RoutesConfig routes) {
    routes.get("/probe", this::answer);
  }

  /** How many scrapes wait for their result. */
  public int inFlight() {
    return inFlight.get();
  }

  private void answer(Context context) throws InterruptedException {
    inFlight.incrementAndGet();
    try {
      ProbeRequest request = ProbeRequest.of(context, checks.settings().limits().whole());
      CheckRequest check = checks.parser().parse(request.words());
      Gauges gauges = new Gauges();
      run(check, request.timeout(), Client.at(Caller.of(context).address()), gauges);
      Exposition.answer(context, gauges.registry());
    } catch (IllegalArgumentException | BadRequestException e) {
      context.status(400).result("bad request: " + e.getMessage() + "\n");
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void run(CheckRequest request, Duration timeout, Client client, Gauges gauges)
      throws InterruptedException {
    long began = System.nanoTime();
    boolean success =
        switch (checks.submit(request, client)) {
          case Submission.Refused(Refusal refusal) -> failed(gauges, reason(refusal));
          case Submission.Accepted(RunningCheck check) -> ended(await(check, timeout), gauges);
        };
    gauges.set("probe_success", "Whether the server was tested and has no error.", success ? 1 : 0);
    gauges.set(
        "probe_duration_seconds",
        "How long the probe took.",
        ReportMetrics.seconds(Duration.ofNanos(System.nanoTime() - began)));
  }

  private static CheckState await(RunningCheck check, Duration timeout)
      throws InterruptedException {
    CheckState state = check.await(timeout);
    if (state.isEnd()) {
      return state;
    }
    check.cancel();
    return check.await(LAST_WORDS);
  }

  private static boolean ended(CheckState state, Gauges gauges) {
    return switch (state) {
      case CheckState.Queued queued -> failed(gauges, "queued");
      case CheckState.Running running -> failed(gauges, "timeout");
      case CheckState.Failed failed -> failed(gauges, "internal");
      case CheckState.Finished finished -> {
        ReportMetrics.add(finished.report(), gauges);
        yield ReportMetrics.isSuccess(finished.report());
      }
    };
  }

  private static boolean failed(Gauges gauges, String reason) {
    gauges
        .gauge("smtpscope_probe_failed_info", "Why there is no result.", "reason")
        .labelValues(reason)
        .set(1);
    return false;
  }

  private static String reason(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Forbidden forbidden -> "forbidden";
      case Refusal.TooMany tooMany -> "too_many";
      case Refusal.Busy busy -> "busy";
    };
  }
}
