package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.CnameLink;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.Dnssec;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks recursive resolvers and validates what they say. One for a single check remembers every
 * reply as long as it is in use: the same question is then asked once, however many ask it.
 */
public final class ValidatingDnsClient implements DnsClient {
  /**
   * More questions under way at once than there is need for: each has a socket of its own, and
   * where an answer takes a tenth of a second, so many are ten thousand answers a second.
   */
  public static final int MOST_AT_ONCE = 1024;

  /** More CNAMEs in a row than any resolver follows. */
  private static final int MAX_ALIASES = 16;

  private final Upstream upstream;
  private final Replies replies;
  private final Authentication authentication;

  /**
   * @param servers at least one, in the order in which they are asked
   */
  public ValidatingDnsClient(List<DnsServer> servers, DnssecAnchors anchors) {
    this(servers, anchors, Memory.ofOneCheck(), MOST_AT_ONCE, 1);
  }

  private ValidatingDnsClient(
      List<DnsServer> servers, DnssecAnchors anchors, Memory memory, int questions, int proofs) {
    this.upstream = new Upstream(servers.stream().map(Transports::to).toList(), questions);
    this.replies = new Replies(upstream, memory);
    this.authentication = new Authentication(replies, anchors, Clock.systemUTC(), memory, proofs);
  }

  /**
   * One for any number of checks, which forgets replies when their records' time is over.
   *
   * @param octets how much memory, about, replies may take
   * @param questions how many may be under way at once, each with an open file; others wait their
   *     turn
   */
  public static ValidatingDnsClient forMany(
      List<DnsServer> servers, DnssecAnchors anchors, long octets, int questions) {
    int proofs = Runtime.getRuntime().availableProcessors();
    return new ValidatingDnsClient(servers, anchors, Memory.ofMany(octets), questions, proofs);
  }

  @Override
  public DnsAnswer ask(DnsQuestion question, Deadline deadline) {
    long began = System.nanoTime();
    Walk walk = new Walk(question, deadline);
    Step end = walk.toTheEnd();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    return new DnsAnswer(
        question, walk.aliases, end.outcome(), end.dnssec(), end.server(), elapsed);
  }

  @Override
  public boolean hasHeardSince(long nanoTime) {
    return upstream.hasHeardSince(nanoTime);
  }

  @Override
  public Optional<String> outage(Deadline deadline) {
    Reply reply = upstream.askOutOfTurn(Query.here(Name.root, Type.SOA), deadline);
    return reply instanceof Reply.Lost lost
        ? Optional.of("resolver " + lost.server().label() + ": " + lost.detail())
        : Optional.empty();
  }

  private record Step(DnsOutcome outcome, Dnssec dnssec, DnsServer server) {}

  /** The way of one question along its aliases. */
  private final class Walk {
    private final int type;
    private final Deadline deadline;
    private final List<CnameLink> aliases = new ArrayList<>();
    private DnsName at;

    Walk(DnsQuestion question, Deadline deadline) {
      this.type = question.type().number();
      this.deadline = deadline;
      this.at = question.name();
    }

    Step toTheEnd() {
      while (true) {
        Query query = query(type);
        Reply reply = replies.get(query, deadline);
        Optional<Step> end =
            alias(reply).map(this::follow).orElseGet(() -> Optional.of(end(query, reply)));
        if (end.isPresent()) {
          return end.get();
        }
      }
    }

    private Query query(int type) {
      return Query.here(RecordReader.name(at), type);
    }

    /**
     * The CNAME at this name. A resolver that fails at the far end of aliases may know the near
     * one.
     */
    private Optional<Reply.Answered> alias(Reply reply) {
      boolean mayHaveOne =
          type != Type.CNAME
              && switch (reply) {
                case Reply.Lost lost ->
                    lost.kind() == DnsFailure.SERVFAIL || lost.kind() == DnsFailure.TIMEOUT;
                case Reply.Answered answered ->
                    answered.answer(query(type).name(), type).isEmpty()
                        && answered.sets(Section.ANSWER).findAny().isPresent();
              };
      return mayHaveOne
              && replies.get(query(Type.CNAME), deadline) instanceof Reply.Answered answered
              && answered.answer(query(Type.CNAME).name(), Type.CNAME).isPresent()
          ? Optional.of(answered)
          : Optional.empty();
    }

    /** Goes one alias on; a step only where there is no way on. */
    private Optional<Step> follow(Reply.Answered reply) {
      Query query = query(Type.CNAME);
      RRset set = reply.answer(query.name(), Type.CNAME).orElseThrow();
      if (!(RecordReader.read(set.first()) instanceof RecordData.Cname(DnsName target))) {
        return Optional.of(failed(DnsFailure.MALFORMED, "a CNAME without a target", reply));
      }
      aliases.add(new CnameLink(at, target, ttl(set), authentication.of(query, reply, deadline)));
      at = target;
      if (aliases.stream().anyMatch(link -> link.from().equals(target))) {
        return Optional.of(
            failed(DnsFailure.CNAME_LOOP, "the CNAMEs lead back to " + target, reply));
      }
      return aliases.size() < MAX_ALIASES
          ? Optional.empty()
          : Optional.of(
              failed(
                  DnsFailure.CNAME_LOOP, "more than " + MAX_ALIASES + " CNAMEs in a row", reply));
    }

    private Step end(Query query, Reply reply) {
      return switch (reply) {
        case Reply.Lost lost ->
            new Step(
                new DnsOutcome.Failed(lost.kind(), lost.detail()),
                Authentication.of(lost),
                lost.server());
        case Reply.Answered answered ->
            new Step(
                outcome(query, answered),
                authentication.of(query, answered, deadline),
                answered.server());
      };
    }
  }

  private static DnsOutcome outcome(Query query, Reply.Answered reply) {
    Optional<RRset> set = reply.answer(query.name(), query.type());
    if (set.isPresent()) {
      List<RecordData> records = set.get().rrs().stream().map(RecordReader::read).toList();
      int kept = Math.min(records.size(), DnsOutcome.MAX_RECORDS);
      return new DnsOutcome.Found(records.subList(0, kept), ttl(set.get()), records.size() - kept);
    }
    return reply.isNameError() ? new DnsOutcome.NoSuchName() : new DnsOutcome.NoData();
  }

  private static Step failed(DnsFailure kind, String detail, Reply.Answered reply) {
    Dnssec unknown =
        new Dnssec(DnssecStatus.INDETERMINATE, detail, new Validation.None("there is no answer"));
    return new Step(new DnsOutcome.Failed(kind, detail), unknown, reply.server());
  }

  private static Duration ttl(RRset set) {
    return Duration.ofSeconds(set.getTTL());
  }
}
