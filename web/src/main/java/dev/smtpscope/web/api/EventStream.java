package dev.smtpscope.web.api;

import dev.smtpscope.web.check.CheckEvent;
import dev.smtpscope.web.check.EventLog;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sends the events of one check to one client, from the event on that it had last, until the last
 * one is sent or the client does not read.
 */
final class EventStream {
  private static final String BEGINNING = "retry: 2000\n\n";
  private static final String HEARTBEAT = ":\n\n";

  private final EventLog log;
  private final StreamLimits limits;
  private final Patience patience;

  EventStream(EventLog log, StreamLimits limits, Patience patience) {
    this.log = log;
    this.limits = limits;
    this.patience = patience;
  }

  void send(Context context, long lastSeen) {
    context
        .contentType("text/event-stream")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no");
    try {
      // Javalin's own stream does not pass a flush on
      follow(context.res().getOutputStream(), lastSeen);
    } catch (IOException e) {
      // the client has gone or does not read
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(ServletOutputStream out, long lastSeen)
      throws IOException, InterruptedException {
    flush(out, BEGINNING);
    long last = lastSeen;
    while (!log.endsAt(last)) {
      List<CheckEvent> events = log.after(last, limits.heartbeat());
      for (CheckEvent event : events) {
        write(out, text(event));
        last = event.id();
      }
      flush(out, events.isEmpty() ? HEARTBEAT : "");
    }
  }

  private void write(ServletOutputStream out, String text) throws IOException {
    patience.write(() -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void flush(ServletOutputStream out, String text) throws IOException {
    write(out, text);
    patience.write(out::flush);
  }

  private static String text(CheckEvent event) {
    return "id: %d\nevent: %s\ndata: %s\n\n".formatted(event.id(), event.type(), event.json());
  }
}
