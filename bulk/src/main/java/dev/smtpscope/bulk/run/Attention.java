package dev.smtpscope.bulk.run;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dns.DnsClient;
import java.time.Duration;

/**
 * Asks the DNS for one target and notes failures at times when no other question was answered
 * either: those may be the resolver's own, and say nothing of the names.
 */
final class Attention implements DnsClient {
  /** As long as the last try at a question takes, about. */
  private static final long LAST_TRY = Duration.ofSeconds(5).toNanos();

  private final DnsClient dns;
  private volatile boolean doubtful;

  Attention(DnsClient dns) {
    this.dns = dns;
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    long began = System.nanoTime();
    DnsAnswer answer = dns.ask(question, deadline);
    doubtful |= isLacking(answer, began, System.nanoTime() - LAST_TRY);
    return answer;
  }

  private boolean isLacking(DnsAnswer answer, long began, long lately) {
    return switch (answer.outcome()) {
      case DnsOutcome.Failed(var kind, var why) ->
          switch (kind) {
            case TIMEOUT, UNREACHABLE -> !dns.hasHeardSince(later(began, lately));
            case SERVFAIL, REFUSED, ERROR_CODE, MALFORMED -> !dns.hasHeardSince(lately);
            case CNAME_LOOP, STOPPED -> false;
          };
      case DnsOutcome.Found found -> isUndecided(answer) && !dns.hasHeardSince(lately);
      case DnsOutcome.NoData none -> isUndecided(answer) && !dns.hasHeardSince(lately);
      case DnsOutcome.NoSuchName none -> isUndecided(answer) && !dns.hasHeardSince(lately);
    };
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }

  private static boolean isUndecided(DnsAnswer answer) {
    return answer.status() == DnssecStatus.INDETERMINATE;
  }

  /** Whether an answer is lacking for which the resolver may be to blame. */
  boolean isDoubtful() {
    return doubtful;
  }
}
