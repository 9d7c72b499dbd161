package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.Dnssec;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Decides the DNSSEC status of replies: here, from a trust anchor down; or by the word of a
 * resolver on this machine, but only where the signatures do not get through to us.
 */
final class Authentication {
  /** Codes of RFC 8914 by which a resolver says that validation failed. */
  private static final List<Integer> BOGUS_ERRORS = List.of(6, 7, 8, 9, 10, 11, 12);

  private final Replies replies;
  private final DnssecAnchors anchors;
  private final Clock clock;
  private final List<Validator> validators;
  private final Map<Query, Optional<String>> obstacles;

  /**
   * @param atOnce how many replies may be validated at the same time
   */
  Authentication(Replies replies, DnssecAnchors anchors, Clock clock, Memory memory, int atOnce) {
    this.replies = replies;
    this.anchors = anchors;
    this.clock = clock;
    this.obstacles = memory.obstacles();
    this.validators =
        Stream.generate(() -> new Validator(replies, anchors, clock)).limit(atOnce).toList();
  }

  /** The status of a reply. */
  Dnssec of(Query query, Reply.Answered reply, Deadline deadline) {
    Optional<Name> anchor = anchors.above(query.name());
    if (anchor.isEmpty()) {
      return unknown("no trust anchor for " + RecordReader.name(query.name()));
    }
    Optional<String> obstacle = obstacle(Query.here(anchor.get(), Type.DNSKEY), deadline);
    return obstacle.isPresent()
        ? byResolver(query, reply.server(), obstacle.get(), deadline)
        : here(query, reply, anchor.get(), deadline);
  }

  /** Of a question without a usable reply. */
  static Dnssec of(Reply.Lost lost) {
    boolean told =
        lost.errors().stream().anyMatch(BOGUS_ERRORS::contains) && isLocal(lost.server());
    return told
        ? new Dnssec(
            DnssecStatus.BOGUS,
            lost.detail(),
            new Validation.Resolver("the resolver hides what it finds bogus"))
        : unknown("no answer: " + lost.detail());
  }

  private Dnssec here(Query query, Reply.Answered reply, Name anchor, Deadline deadline) {
    Validator validator = validators.get(Math.floorMod(query.hashCode(), validators.size()));
    return switch (validator.validate(query, reply, deadline)) {
      case Validator.Verdict.Undecided(Query missing, Reply.Lost lost) ->
          unknown(
              "the %s of %s could not be had: %s"
                  .formatted(
                      Type.string(missing.type()),
                      RecordReader.name(missing.name()),
                      lost.detail()));
      case Validator.Verdict.Decided(DnssecStatus status, Optional<String> words) ->
          new Dnssec(
              status, diagnosis().reason(query, anchor, status, words), new Validation.Local());
    };
  }

  private Diagnosis diagnosis() {
    return new Diagnosis(replies, new Signatures(replies, anchors, clock.instant()));
  }

  /** Why signatures don't get through, told by the keys that every chain of trust needs. */
  private Optional<String> obstacle(Query keys, Deadline deadline) {
    Optional<String> known = obstacles.get(keys);
    if (known != null) {
      return known;
    }
    // some networks swallow large answers: time is needed still for asking in another way
    Deadline half = deadline.within(deadline.remaining().dividedBy(2));
    Reply reply = replies.get(keys, half);
    Optional<String> found = obstacle(keys, reply);
    if (!Thread.currentThread().isInterrupted() && !deadline.isOver()) {
      obstacles.put(keys, found);
    }
    return found;
  }

  private static Optional<String> obstacle(Query keys, Reply reply) {
    return switch (reply) {
      case Reply.Lost lost -> Optional.of("the resolver gives no DNSKEY: " + lost.detail());
      case Reply.Answered answered ->
          answered
              .answer(keys.name(), Type.DNSKEY)
              .map(set ->
                  set.sigs().isEmpty()
                      ? Optional.of("the resolver leaves signatures out")
                      : Optional.<String>empty())
              .orElse(Optional.of("the resolver leaves DNSKEY records out"));
    };
  }

  private Dnssec byResolver(Query query, DnsServer server, String why, Deadline deadline) {
    if (!isLocal(server)) {
      return unknown(why + ", and it is not on this machine, so its word does not count");
    }
    return switch (replies.get(query.byResolver(), deadline)) {
      case Reply.Lost lost ->
          lost.kind() == DnsFailure.SERVFAIL
              ? new Dnssec(DnssecStatus.BOGUS, lost.detail(), new Validation.Resolver(why))
              : of(lost);
      case Reply.Answered answered when answered.isAuthenticated() ->
          new Dnssec(DnssecStatus.SECURE, "", new Validation.Resolver(why));
      case Reply.Answered _ when validates(deadline) ->
          new Dnssec(
              DnssecStatus.INSECURE,
              "the resolver does not vouch for the answer",
              new Validation.Resolver(why));
      case Reply.Answered _ -> unknown(why + ", and it does not validate either");
    };
  }

  /** Whether the resolver vouches at least for the root itself. */
  private boolean validates(Deadline deadline) {
    return replies.get(Query.here(Name.root, Type.SOA).byResolver(), deadline)
            instanceof Reply.Answered answered
        && answered.isAuthenticated();
  }

  private static boolean isLocal(DnsServer server) {
    return server instanceof DnsServer.Plain plain && plain.address().isLoopbackAddress();
  }

  private static Dnssec unknown(String why) {
    return new Dnssec(DnssecStatus.INDETERMINATE, why, new Validation.None(why));
  }
}
