package dev.smtpscope.judge.sender;

import dev.smtpscope.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of mail where a sender picks one of several ways by chance, and the next where one
 * fails.
 */
record Chance(String label, Outcome outcome) {
  /** One outcome for all: of those that take the mail the weakest, since any may be picked. */
  static Outcome of(List<Chance> ways) {
    List<Chance> open = ways.stream().filter(way -> !way.outcome.delivery().isRefused()).toList();
    return open.isEmpty() ? refused(ways) : weakest(ways, open);
  }

  /** Bounced where all are; otherwise the sender comes again. */
  private static Outcome refused(List<Chance> ways) {
    Delivery delivery =
        ways.stream().anyMatch(way -> way.outcome.delivery() == Delivery.DEFERRED)
            ? Delivery.DEFERRED
            : Delivery.BOUNCED;
    Outcome first =
        ways.stream()
            .map(Chance::outcome)
            .filter(outcome -> outcome.delivery() == delivery)
            .findFirst()
            .orElseThrow();
    return first.because(
        alike(ways, first)
            ? first.reason()
            : Words.list(ways.stream().map(w -> w.label + ": " + w.outcome.reason()).toList()));
  }

  private static Outcome weakest(List<Chance> ways, List<Chance> open) {
    Chance weakest =
        Stream.concat(
                open.stream().filter(w -> w.outcome.delivery() == Delivery.UNKNOWN),
                open.stream()
                    .filter(w -> w.outcome.delivery() != Delivery.UNKNOWN)
                    .sorted(Comparator.comparing((Chance w) -> w.outcome.delivery()).reversed()))
            .findFirst()
            .orElseThrow();
    return alike(ways, weakest.outcome)
        ? weakest.outcome
        : weakest.outcome.because(
            weakest.label
                + ", which may be picked: "
                + weakest.outcome.reason()
                + passedOver(ways.size() - open.size()));
  }

  private static String passedOver(int count) {
    return count == 0
        ? ""
        : "; " + count + " that would not take it " + (count == 1 ? "is" : "are") + " passed over";
  }

  private static boolean alike(List<Chance> ways, Outcome outcome) {
    return ways.stream().allMatch(way -> way.outcome.equals(outcome));
  }
}
