package dev.smtpscope.web.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets each key do something at a rate. What is remembered of a key is the moment at which its
 * bucket will be full again; full buckets are forgotten, and so are the idlest beyond 100,000. Safe
 * for all threads.
 */
final class TokenBuckets<K> {
  private static final long MOST_KEYS = 100_000;

  private final Rate rate;
  private final LongSupplier nanos;
  private final Cache<K, Long> fullAt;

  TokenBuckets(Rate rate, LongSupplier nanos) {
    this.rate = rate;
    this.nanos = nanos;
    this.fullAt =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(rate.interval().multipliedBy(rate.burst()))
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** Takes a token of {@code key}; or says how long until there is one, and takes none. */
  Optional<Duration> take(K key) {
    long now = nanos.getAsLong();
    long[] wait = {0};
    fullAt
        .asMap()
        .compute(
            key,
            (k, full) -> {
              long from = full == null || full - now < 0 ? now : full;
              wait[0] = from - now - interval() * (rate.burst() - 1);
              return wait[0] > 0 ? from : from + interval();
            });
    return wait[0] > 0 ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
  }

  /** Puts back what {@link #take} took. */
  void giveBack(K key) {
    fullAt.asMap().computeIfPresent(key, (k, full) -> full - interval());
  }

  private long interval() {
    return rate.interval().toNanos();
  }
}
