package dev.smtpscope.web.check;

import dev.smtpscope.report.Report;

/** How far a check is. */
public sealed interface CheckState {
  /**
   * Waits for its turn.
   *
   * @param place from 1, which is next
   */
  record Queued(int place) implements CheckState {}

  /** Its probes are under way. */
  record Running() implements CheckState {}

  /** Has a report; {@code facts().interrupted()} where it was cancelled or cut short. */
  record Finished(Report report) implements CheckState {}

  /** Broke for a reason of ours. */
  record Failed(String why) implements CheckState {}

  /** Whether nothing more comes. */
  default boolean isEnd() {
    return switch (this) {
      case Queued queued -> false;
      case Running running -> false;
      case Finished finished -> true;
      case Failed failed -> true;
    };
  }
}
