package dev.smtpscope.facts.audit;

import java.util.List;

/** Whether an audit asked all that it set out to ask. */
public sealed interface Completion {
  record Complete() implements Completion {}

  /**
   * It ended early.
   *
   * @param why such as the server's reply, as it was sent
   * @param missing what was not asked
   */
  record Partial(String why, List<String> missing) implements Completion {
    public Partial {
      missing = List.copyOf(missing);
    }
  }
}
