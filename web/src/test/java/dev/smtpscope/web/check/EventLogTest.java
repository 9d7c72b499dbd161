package dev.smtpscope.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void givesWhatIsNewAndNothingTwice() throws Exception {
    EventLog log = new EventLog(10);
    log.append("a", "1");
    log.append("b", "2");
    assertThat(log.after(0, Duration.ZERO))
        .containsExactly(new CheckEvent(1, "a", "1"), new CheckEvent(2, "b", "2"));
    assertThat(log.after(1, Duration.ZERO)).containsExactly(new CheckEvent(2, "b", "2"));
    assertThat(log.after(2, Duration.ZERO)).isEmpty();
    assertThat(log.after(99, Duration.ZERO)).isEmpty();
  }

  @Test
  void everyReaderSeesEachEventOfManyWritersOnceAndInOrder() throws Exception {
    EventLog log = new EventLog(10_000);
    List<CompletableFuture<List<Long>>> readers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      readers.add(
          CompletableFuture.supplyAsync(() -> read(log), task -> Thread.ofVirtual().start(task)));
    }
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int n = 0; n < 500; n++) {
                  log.append("x", "{}");
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    log.end("finished", "{}");
    for (CompletableFuture<List<Long>> reader : readers) {
      assertThat(reader.get(30, TimeUnit.SECONDS))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 2001).boxed().toList());
    }
  }

  @Test
  void isBoundedButAlwaysTellsTheEnd() throws Exception {
    EventLog log = new EventLog(3);
    for (int i = 0; i < 10; i++) {
      log.append("x", "{}");
    }
    assertThat(log.endsAt(3)).isFalse();
    log.end("finished", "{}");
    log.append("late", "{}");
    assertThat(log.after(0, LONG))
        .extracting(CheckEvent::type)
        .containsExactly("x", "x", "x", "finished");
    assertThat(log.endsAt(4)).isTrue();
    assertThat(log.after(4, LONG)).as("nothing to wait for").isEmpty();
  }

  private static List<Long> read(EventLog log) {
    List<Long> seen = new ArrayList<>();
    long last = 0;
    try {
      while (!log.endsAt(last)) {
        for (CheckEvent event : log.after(last, LONG)) {
          seen.add(event.id());
          last = event.id();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return seen;
  }
}
