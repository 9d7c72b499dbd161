package dev.smtpscope.bulk.input;

import dev.smtpscope.target.Target;

/**
 * Folds duplicates by {@link Fingerprint}: 10 million targets take 135 MB at most. For one thread.
 */
public final class SeenTargets {
  private final LongSet seen = new LongSet();

  private long repeated;

  /** Whether {@code target} is seen for the first time. */
  public boolean add(Target target) {
    boolean isNew = seen.add(Fingerprint.of(target));
    repeated += isNew ? 0 : 1;
    return isNew;
  }

  /** How many different targets were seen. */
  public long size() {
    return seen.size();
  }

  /** How many were there already. */
  public long repeated() {
    return repeated;
  }
}
