package dev.smtpscope.web.api;

import dev.smtpscope.web.check.CheckState;
import dev.smtpscope.web.check.RunningCheck;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Waits for a check and answers with its report. While it waits it sends line feeds, which JSON
 * allows before a document: they keep proxies patient, and tell when the client has gone; the check
 * is then cancelled.
 */
final class OneAnswer {
  private static final Duration STEP = Duration.ofSeconds(2);

  private final RunningCheck check;
  private final Patience patience;

  OneAnswer(RunningCheck check, Patience patience) {
    this.check = check;
    this.patience = patience;
  }

  void send(Context context) {
    try {
      CheckState state = check.await(STEP);
      if (state instanceof CheckState.Failed(String why)) {
        Problem.of(ProblemType.FAILED, why).answer(context);
      } else {
        context.contentType("application/json").header("Cache-Control", "no-store");
        stream(context.res().getOutputStream());
      }
    } catch (IOException e) {
      check.cancel();
    } catch (InterruptedException e) {
      check.cancel();
      Thread.currentThread().interrupt();
    }
  }

  private void stream(ServletOutputStream out) throws IOException, InterruptedException {
    CheckState state = check.state();
    while (!state.isEnd()) {
      write(out, "\n");
      state = check.await(STEP);
    }
    write(out, last(state));
  }

  private static String last(CheckState state) throws IOException {
    return switch (state) {
      case CheckState.Finished finished -> ReportDocument.of(finished.report());
      case CheckState.Failed failed -> throw new IOException(failed.why());
      case CheckState.Queued queued -> "";
      case CheckState.Running running -> "";
    };
  }

  private void write(ServletOutputStream out, String text) throws IOException {
    patience.write(() -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    });
  }
}
