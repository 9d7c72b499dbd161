package dev.smtpscope.web.check;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the checks that each client has under way, lookups included. Safe for all threads. */
final class Shares {
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Map<Client, Integer> taken = new ConcurrentHashMap<>();
  private final int most;

  Shares(int most) {
    this.most = most;
  }

  void take(Client client) throws RefusedException {
    if (taken.merge(client, 1, Integer::sum) > most) {
      giveBack(client);
      throw new RefusedException(
          new Refusal.TooMany(most + " checks of yours are under way; wait for one to end", SOON));
    }
  }

  void giveBack(Client client) {
    taken.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
  }
}
