package dev.smtpscope.web.check;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A check from the moment it was admitted on, finished or not. Safe for all threads. */
public final class RunningCheck {
  private final CheckId id;
  private final CheckRequest request;
  private final Client client;
  private final Instant submittedAt;
  private final int probes;
  private final EventLog events;
  private final Scan scan;
  private final Consumer<RunningCheck> canceller;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile CheckState state = new CheckState.Queued(1);

  RunningCheck(
      CheckId id,
      CheckRequest request,
      Client client,
      Instant submittedAt,
      Admission.Admitted admitted,
      CheckSettings settings,
      Consumer<RunningCheck> canceller) {
    this.id = id;
    this.request = request;
    this.client = client;
    this.submittedAt = submittedAt;
    this.probes = admitted.probes();
    this.events = new EventLog(eventsOfEach(request) * probes + settings.limits().queued() + 10);
    this.scan = new Scan(request, admitted, settings, events);
    this.canceller = canceller;
  }

  public CheckId id() {
    return id;
  }

  public CheckRequest request() {
    return request;
  }

  public Instant submittedAt() {
    return submittedAt;
  }

  /** How many an address and port may have: those of its stages, and one for each connection. */
  private static int eventsOfEach(CheckRequest request) {
    return request
        .choices()
        .tlsAudit()
        .map(depth ->
            switch (depth) {
              case QUICK -> 40;
              case FULL, DEEP -> 250;
            })
        .orElse(20);
  }

  /** How far it is at this moment. */
  public CheckState state() {
    return state;
  }

  /** Its steps so far, and those to come. */
  public EventLog events() {
    return events;
  }

  /**
   * Ends it; it soon has a report of what is known so far. Nothing happens to one that has ended.
   */
  public void cancel() {
    canceller.accept(this);
  }

  /** Waits for its end, but at most {@code limit}, and gives its state then. */
  public CheckState await(Duration limit) throws InterruptedException {
    ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    return state;
  }

  Client client() {
    return client;
  }

  /** How many connections it makes at most. */
  int probes() {
    return probes;
  }

  void moveTo(int place) {
    state = new CheckState.Queued(place);
    scan.writer().queued(place);
  }

  void started() {
    state = new CheckState.Running();
  }

  void run() {
    end(scan.run());
  }

  /** Ends one that was never started. */
  void cut() {
    end(scan.cut(submittedAt));
  }

  void stop() {
    scan.cancel();
  }

  private void end(CheckState last) {
    state = last;
    scan.writer().end(last);
    ended.countDown();
  }
}
