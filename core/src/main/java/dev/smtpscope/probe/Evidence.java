package dev.smtpscope.probe;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
import dev.smtpscope.facts.TranscriptLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what happens on one connection as it happens, so that no deadline loses it. For the one
 * thread of the probe.
 */
public final class Evidence {
  private static final int MAX_LINES = 2_000;
  private static final int MAX_LINE_LENGTH = 4_096;
  private static final int MAX_ANOMALIES = 100;
  private static final int MAX_EVIDENCE = 200;

  private final Endpoint endpoint;
  private final ScanListener listener;
  private final long began = System.nanoTime();
  private final List<TranscriptLine> transcript = new ArrayList<>();
  private final List<Anomaly> anomalies = new ArrayList<>();
  private final List<StageTime> timings = new ArrayList<>();
  private Stage stage = Stage.CONNECT;
  private boolean inTls;

  public Evidence(Endpoint endpoint, ScanListener listener) {
    this.endpoint = endpoint;
    this.listener = listener;
  }

  /** Runs a stage, timed. */
  public <T> T timed(Stage next, Supplier<T> step) {
    stage = next;
    listener.on(new ScanEvent.StageStarted(endpoint, next));
    Duration start = elapsed();
    T result = step.get();
    StageTime time = new StageTime(next, start, elapsed().minus(start));
    timings.add(time);
    listener.on(new ScanEvent.StageFinished(endpoint, time));
    return result;
  }

  /** From here on lines are marked as inside TLS. */
  public void enterTls() {
    inTls = true;
  }

  /** The server said {@code text}. */
  public void server(String text) {
    record(TranscriptLine.Direction.SERVER, text);
  }

  /** We said {@code text}. */
  public void client(String text) {
    record(TranscriptLine.Direction.CLIENT, text);
  }

  /** Something happened that neither said. */
  public void event(String text) {
    record(TranscriptLine.Direction.EVENT, text);
  }

  /** The server did something out of order; each kind is kept once a stage. */
  public void anomaly(Anomaly.Kind kind, String evidence) {
    boolean known = anomalies.stream().anyMatch(a -> a.kind() == kind && a.stage() == stage);
    if (!known && anomalies.size() < MAX_ANOMALIES) {
      anomalies.add(new Anomaly(kind, stage, shortened(evidence, MAX_EVIDENCE)));
    }
  }

  /** Since the endpoint's beginning. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** What was said so far. */
  public List<TranscriptLine> transcript() {
    return List.copyOf(transcript);
  }

  /** What was out of order so far. */
  public List<Anomaly> anomalies() {
    return List.copyOf(anomalies);
  }

  /** The stages that have ended. */
  public List<StageTime> timings() {
    return List.copyOf(timings);
  }

  private void record(TranscriptLine.Direction direction, String text) {
    if (transcript.size() < MAX_LINES) {
      transcript.add(
          new TranscriptLine(elapsed(), direction, inTls, shortened(text, MAX_LINE_LENGTH)));
    }
  }

  private static String shortened(String text, int limit) {
    return text.length() <= limit
        ? text
        : text.substring(0, limit) + "... (" + text.length() + " characters)";
  }
}
