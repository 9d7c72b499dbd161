package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.probe.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.dnssec.ValidatingResolver;

/**
 * Runs the library's validator without I/O: it sees the replies that are there already. When it
 * asks for one that is not, the run is void, the reply is fetched on the caller's own thread, and
 * the validator runs again. So every wait is ours, with its deadline and its end by interruption.
 */
final class Validator {
  /** Keys and delegations from the root down to the deepest of names, twice. */
  private static final int MAX_RUNS = 260;

  /** Above it answers count as unsigned, as common validators have it (RFC 9276 section 3.2). */
  static final int MAX_NSEC3_ITERATIONS = 150;

  /**
   * How the library begins when proofs are sound but not to be counted. It calls such an answer
   * without data bogus, where RFC 9276 section 3.2 wants it to be insecure.
   */
  private static final String IGNORED = "All NSEC3s were validated but ignored";

  private final Replies replies;
  private final Stock stock;
  private final ValidatingResolver resolver;
  private final ReentrantLock turn = new ReentrantLock();

  /** What a run came to. */
  sealed interface Verdict {
    /**
     * The validator came to an end.
     *
     * @param reason its own words, where it has any
     */
    record Decided(DnssecStatus status, Optional<String> reason) implements Verdict {}

    /** A key or delegation could not be had. */
    record Undecided(Query query, Reply.Lost lost) implements Verdict {}
  }

  Validator(Replies replies, DnssecAnchors anchors, Clock clock) {
    this.replies = replies;
    this.stock = new Stock(replies);
    this.resolver = new ValidatingResolver(stock, clock);
    try {
      resolver.init(limits());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sets(anchors.records()).forEach(resolver.getTrustAnchors()::store);
  }

  private static Properties limits() {
    Properties limits = new Properties();
    for (int keySize : new int[] {1024, 2048, 4096}) {
      limits.setProperty(
          "dnsjava.dnssec.nsec3.iterations." + keySize, Integer.toString(MAX_NSEC3_ITERATIONS));
    }
    return limits;
  }

  private static List<RRset> sets(List<Record> records) {
    Message sorter = new Message();
    records.forEach(anchor -> sorter.addRecord(anchor, Section.ANSWER));
    return sorter.getSectionRRsets(Section.ANSWER);
  }

  /** Validates a reply. */
  Verdict validate(Query query, Reply.Answered reply, Deadline deadline) {
    Map<Query, Reply.Answered> there = new HashMap<>(Map.of(query, reply));
    for (int run = 0; run < MAX_RUNS; run++) {
      Outcome outcome = run(query, there);
      if (outcome.missing().isEmpty()) {
        return decided(outcome.validated());
      }
      for (Query missing : outcome.missing()) {
        switch (replies.get(missing, deadline)) {
          case Reply.Lost lost -> {
            return new Verdict.Undecided(missing, lost);
          }
          case Reply.Answered answered -> there.put(missing, answered);
        }
      }
    }
    return new Verdict.Decided(DnssecStatus.BOGUS, Optional.of("the chain of trust has no end"));
  }

  private record Outcome(Optional<Message> validated, List<Query> missing) {}

  private Outcome run(Query query, Map<Query, Reply.Answered> there) {
    turn.lock();
    try {
      stock.fill(there);
      Optional<Message> validated = validated(query);
      return new Outcome(validated, stock.missing());
    } finally {
      turn.unlock();
    }
  }

  /** Nothing where a hostile message broke the validator. */
  private Optional<Message> validated(Query query) {
    try {
      CompletableFuture<Message> future =
          resolver.sendAsync(Message.newQuery(query.question())).toCompletableFuture();
      return Optional.of(future.join());
    } catch (CompletionException | IllegalStateException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Verdict decided(Optional<Message> validated) {
    if (validated.isEmpty()) {
      return new Verdict.Decided(DnssecStatus.BOGUS, Optional.of("the proof can't be understood"));
    }
    Message message = validated.get();
    return new Verdict.Decided(status(message), reason(message));
  }

  private static DnssecStatus status(Message message) {
    if (message.getRcode() == Rcode.SERVFAIL) {
      boolean ignored = reason(message).filter(words -> words.startsWith(IGNORED)).isPresent();
      return ignored ? DnssecStatus.INSECURE : DnssecStatus.BOGUS;
    }
    return message.getHeader().getFlag(Flags.AD) ? DnssecStatus.SECURE : DnssecStatus.INSECURE;
  }

  private static Optional<String> reason(Message message) {
    return message.getSection(Section.ADDITIONAL).stream()
        .filter(r -> r.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
        .filter(r -> r.getName().equals(Name.root))
        .map(r -> String.join("", ((TXTRecord) r).getStrings()))
        .findFirst();
  }
}
