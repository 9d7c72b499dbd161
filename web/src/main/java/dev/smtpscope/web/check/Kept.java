package dev.smtpscope.web.check;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.smtpscope.json.ReportJson;
import dev.smtpscope.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finished checks, for a while and within a bound of memory; the idlest go first. */
final class Kept {
  private static final int FIXED = 2_000;

  private final Cache<CheckId, RunningCheck> checks;

  Kept(CheckLimits limits, LongSupplier nanos) {
    this.checks =
        Caffeine.newBuilder()
            .maximumWeight(limits.keptBytes())
            .<CheckId, RunningCheck>weigher(Kept::weight)
            .expireAfterWrite(limits.keptFor())
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  void put(RunningCheck check) {
    checks.put(check.id(), check);
  }

  Optional<RunningCheck> find(CheckId id) {
    return Optional.ofNullable(checks.getIfPresent(id));
  }

  long count() {
    checks.cleanUp();
    return checks.estimatedSize();
  }

  long bytes() {
    return checks
        .policy()
        .eviction()
        .flatMap(e -> e.weightedSize().stream().boxed().findFirst())
        .orElse(0L);
  }

  private static int weight(CheckId id, RunningCheck check) {
    long report = check.state() instanceof CheckState.Finished(Report r) ? weight(r) : 0;
    return Math.clamp(FIXED + check.events().weight() + report, 1, Integer.MAX_VALUE);
  }

  /** A report in memory takes about twice its JSON. */
  private static long weight(Report report) {
    StringBuilder json = new StringBuilder();
    try {
      ReportJson.write(List.of(report), true, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return 2L * json.length();
  }
}
