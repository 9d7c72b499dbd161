package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.audit.Completion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Asks questions as soon as what they need is known, and leaves out those whose answer is. Several
 * lanes may work through one planner.
 */
final class Planner implements Runnable {
  private final Asker asker;
  private final Findings known;
  private final List<Question> open;
  private final List<String> missing = new ArrayList<>();
  private int running;
  private Optional<String> ended = Optional.empty();

  Planner(List<Question> questions, Asker asker, Findings known) {
    this.open = new ArrayList<>(questions);
    this.asker = asker;
    this.known = known;
  }

  /** Asks until nothing is left to ask. */
  @Override
  public void run() {
    for (Optional<Question> next = take(); next.isPresent(); next = take()) {
      boolean asked = false;
      try {
        next.get().ask(asker, known);
        asked = true;
      } catch (EndedException e) {
        end(e.why());
      } finally {
        done(next.get(), asked);
      }
    }
  }

  /** How it ended; what was neither asked nor found moot is missing. */
  synchronized Completion completion() {
    open.removeIf(question -> question.readiness(known) == Question.Readiness.MOOT);
    List<String> left = new ArrayList<>(missing);
    open.forEach(question -> left.add(question.subject()));
    Collections.sort(left);
    return ended
        .<Completion>map(why -> new Completion.Partial(why, left))
        .orElseGet(Completion.Complete::new);
  }

  private synchronized Optional<Question> take() {
    while (ended.isEmpty()) {
      open.removeIf(question -> question.readiness(known) == Question.Readiness.MOOT);
      Optional<Question> ready =
          open.stream().filter(q -> q.readiness(known) == Question.Readiness.READY).findFirst();
      if (ready.isPresent()) {
        open.remove(ready.get());
        running++;
        return ready;
      }
      if (running == 0) {
        return Optional.empty();
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        ended = Optional.of("the check was stopped");
      }
    }
    return Optional.empty();
  }

  private synchronized void end(String why) {
    if (ended.isEmpty()) {
      ended = Optional.of(why);
    }
  }

  private synchronized void done(Question question, boolean asked) {
    running--;
    if (!asked) {
      missing.add(question.subject());
    }
    notifyAll();
  }
}
