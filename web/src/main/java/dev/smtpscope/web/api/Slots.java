package dev.smtpscope.web.api;

import dev.smtpscope.web.check.Client;
import java.util.HashMap;
import java.util.Map;

/** Counts the streams that are open, of each client and in all. Safe for all threads. */
final class Slots {
  private final StreamLimits limits;
  private final Map<Client, Integer> taken = new HashMap<>();
  private int all;

  Slots(StreamLimits limits) {
    this.limits = limits;
  }

  synchronized boolean take(Client client) {
    int own = taken.getOrDefault(client, 0);
    if (all >= limits.inAll() || own >= limits.perClient()) {
      return false;
    }
    all++;
    taken.put(client, own + 1);
    return true;
  }

  synchronized void giveBack(Client client) {
    all--;
    taken.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
  }

  synchronized int open() {
    return all;
  }
}
