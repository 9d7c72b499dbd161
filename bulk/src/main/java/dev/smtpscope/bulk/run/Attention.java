package dev.smtpscope.bulk.run;

import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import java.time.Duration;

/**
 * Asks the DNS for one target and notes failures that may say nothing of the names: when no other
 * question was answered either they may be the resolver's own, and when this machine was late they
 * may be ours.
 */
final class Attention implements DnsClient {
  /** Who answers sooner was not waited for in vain. */
  private static final Duration ONE_TRY = Duration.ofSeconds(1);

  /** As long as the last try at a question takes, about. */
  private static final long LAST_TRY = Duration.ofSeconds(5).toNanos();

  /** Waits end as much before a deadline. */
  private static final Duration CLOSE = Duration.ofMillis(10);

  /** How long it takes at least to give up a question or a policy. */
  private static final Duration LONG = Duration.ofSeconds(5);

  private final DnsClient dns;
  private final Lateness lateness;
  private final long began;
  private volatile boolean doubtful;

  Attention(DnsClient dns, Lateness lateness) {
    this.dns = dns;
    this.lateness = lateness;
    this.began = lateness.now();
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    long asked = System.nanoTime();
    DnsAnswer answer = dns.ask(question, deadline);
    doubtful |=
        isLacking(answer, asked, System.nanoTime() - LAST_TRY)
            || isLate(answer)
            || isCutShort(answer, deadline);
    return answer;
  }

  /** The answer is there, but the time was over before all was that proves it. */
  private static boolean isCutShort(DnsAnswer answer, Deadline deadline) {
    return isUndecided(answer) && deadline.remaining().compareTo(CLOSE) < 0;
  }

  private boolean isLate(DnsAnswer answer) {
    boolean timedOut =
        answer.outcome() instanceof DnsOutcome.Failed(var kind, var why)
            && kind == DnsFailure.TIMEOUT;
    return (timedOut || isUndecided(answer))
        && answer.elapsed().compareTo(ONE_TRY) >= 0
        && lateness.isToBlame(LONG, began);
  }

  private boolean isLacking(DnsAnswer answer, long asked, long lately) {
    return switch (answer.outcome()) {
      case DnsOutcome.Failed(var kind, var why) ->
          switch (kind) {
            case TIMEOUT, UNREACHABLE -> !dns.hasHeardSince(later(halfSince(asked), lately));
            case SERVFAIL, REFUSED, ERROR_CODE, MALFORMED -> !dns.hasHeardSince(lately);
            case CNAME_LOOP, STOPPED -> false;
          };
      case DnsOutcome.Found found -> isUndecided(answer) && !dns.hasHeardSince(lately);
      case DnsOutcome.NoData none -> isUndecided(answer) && !dns.hasHeardSince(lately);
      case DnsOutcome.NoSuchName none -> isUndecided(answer) && !dns.hasHeardSince(lately);
    };
  }

  /** Half of a wait without a word from anywhere: the resolver may have died in its first half. */
  private static long halfSince(long asked) {
    return asked + (System.nanoTime() - asked) / 2;
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  private static boolean isUndecided(DnsAnswer answer) {
    return answer.status() == DnssecStatus.INDETERMINATE;
  }

  /** Whether {@code records} lack an answer for which the resolver or we may be to blame. */
  boolean isDoubtful(NameRecords records) {
    return doubtful || (lackPolicy(records) && lateness.isToBlame(LONG, began));
  }

  private static boolean lackPolicy(NameRecords records) {
    return records
        .domain()
        .filter(domain ->
            switch (domain.policy()) {
              case PolicyFetch.NotTried none -> false;
              case PolicyFetch.NoAddress none -> false;
              case PolicyFetch.Answered answer -> false;
              case PolicyFetch.NotConnected silent -> true;
              case PolicyFetch.NoTls silent -> true;
              case PolicyFetch.NoAnswer silent -> true;
            })
        .isPresent();
  }
}
