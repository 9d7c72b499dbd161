package dev.smtpscope.probe.dns;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is remembered of the DNS.
 *
 * @param replies those asked for, among them some that are yet to come
 * @param obstacles why signatures don't get through, by the keys that were asked for
 */
record Memory(
    ConcurrentMap<Query, CompletableFuture<Reply>> replies,
    ConcurrentMap<Query, Optional<String>> obstacles) {
  private static final Duration OBSTACLE_LIFE = Duration.ofMinutes(1);
  private static final int MOST_OBSTACLES = 1_000;

  /** Of everything: one check is short. */
  static Memory ofOneCheck() {
    return new Memory(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  /**
   * Of replies while they live.
   *
   * @param octets how much memory, about, they may take
   */
  static Memory ofMany(long octets) {
    return new Memory(
        Caffeine.newBuilder()
            .maximumWeight(octets)
            .weigher((Query query, Reply reply) -> reply.weight())
            .expireAfter(Expiry.creating((Query query, Reply reply) -> reply.life()))
            .buildAsync()
            .asMap(),
        Caffeine.newBuilder()
            .maximumSize(MOST_OBSTACLES)
            .expireAfterWrite(OBSTACLE_LIFE)
            .<Query, Optional<String>>build()
            .asMap());
  }
}
