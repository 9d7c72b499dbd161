package dev.smtpscope.probe.dns;

import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.text.Visible;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Says why an answer is not secure: finds the first weak place on the way from the trust anchor
 * down, among the replies that the validator saw.
 */
final class Diagnosis {
  private static final int OPT_OUT = 1;

  private static final String OPTED_OUT = "the zone opts out of proofs here (NSEC3 opt-out)";

  private final Replies replies;
  private final Signatures signatures;

  Diagnosis(Replies replies, Signatures signatures) {
    this.replies = replies;
    this.signatures = signatures;
  }

  /**
   * @param words the validator's own, for what is not found here
   */
  String reason(Query query, Name anchor, DnssecStatus status, Optional<String> words) {
    String own = words.map(Visible::ofText).orElse("no reason is known");
    return switch (status) {
      case SECURE -> "";
      case INSECURE -> insecure(query, anchor, own);
      case BOGUS -> bogus(query, anchor, own);
      case INDETERMINATE -> own;
    };
  }

  private String bogus(Query query, Name anchor, String own) {
    return zones(query.name(), anchor)
        .map(zone -> delegation(zone, anchor).or(() -> keys(zone)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> known(query).flatMap(reply -> answer(query, reply)))
        .orElse(own);
  }

  /** The names from the anchor down. */
  private static Stream<Name> zones(Name name, Name anchor) {
    int deepest = name.labels() - anchor.labels();
    return IntStream.rangeClosed(0, deepest).mapToObj(depth -> new Name(name, deepest - depth));
  }

  private Optional<String> delegation(Name zone, Name anchor) {
    return zone.equals(anchor)
        ? Optional.empty()
        : known(Query.here(zone, Type.DS))
            .flatMap(reply ->
                reply
                    .answer(zone, Type.DS)
                    .map(signatures::problem)
                    .orElseGet(() ->
                        denial(reply, "that " + Signatures.text(zone) + " has no DS record")));
  }

  private Optional<String> keys(Name zone) {
    return known(Query.here(zone, Type.DNSKEY))
        .flatMap(reply ->
            reply
                .answer(zone, Type.DNSKEY)
                .map(signatures::keyProblem)
                .orElseGet(
                    () -> Optional.of(Signatures.text(zone) + " has a DS record but no DNSKEY")));
  }

  private Optional<String> answer(Query query, Reply.Answered reply) {
    Supplier<Optional<String>> denied =
        () ->
            denial(
                    reply,
                    "that there is no "
                        + Type.string(query.type())
                        + " of "
                        + Signatures.text(query.name()))
                .or(() ->
                    Optional.of("the NSEC or NSEC3 records do not prove what the answer says"));
    List<RRset> sets = reply.sets(Section.ANSWER).toList();
    return sets.isEmpty()
        ? denied.get()
        : sets.stream()
            .map(signatures::problem)
            .flatMap(Optional::stream)
            .findFirst()
            .or(() -> tooBroad(query, sets));
  }

  private static Optional<String> tooBroad(Query query, List<RRset> sets) {
    return sets.stream().anyMatch(Signatures::isFromWildcard)
        ? Optional.of(
            "the answer comes from a wildcard, without a sound proof that "
                + Signatures.text(query.name())
                + " itself does not exist")
        : Optional.empty();
  }

  private Optional<String> denial(Reply.Answered reply, String what) {
    List<RRset> proof =
        reply
            .sets(Section.AUTHORITY)
            .filter(set -> set.getType() == Type.NSEC || set.getType() == Type.NSEC3)
            .toList();
    return proof.isEmpty()
        ? Optional.of("the proof " + what + " is missing")
        : proof.stream().map(signatures::problem).flatMap(Optional::stream).findFirst();
  }

  private String insecure(Query query, Name anchor, String own) {
    Optional<Name> cut =
        zones(query.name(), anchor)
            .filter(zone -> !zone.equals(anchor))
            .filter(zone -> known(Query.here(zone, Type.DS)).isPresent())
            .reduce((_, deeper) -> deeper);
    Optional<Reply.Answered> delegation = cut.flatMap(zone -> known(Query.here(zone, Type.DS)));
    return known(query)
        .flatMap(Diagnosis::tooManyIterations)
        .or(() -> delegation.flatMap(Diagnosis::tooManyIterations))
        .or(() -> unsigned(cut, delegation))
        .or(() -> known(query).filter(Diagnosis::optsOut).map(_ -> OPTED_OUT))
        .orElse(own);
  }

  private static Optional<String> unsigned(Optional<Name> cut, Optional<Reply.Answered> reply) {
    return cut.filter(zone -> reply.stream().allMatch(r -> r.answer(zone, Type.DS).isEmpty()))
        .map(zone -> Signatures.text(zone) + " has no DS record, as the zone above proves");
  }

  private static Optional<String> tooManyIterations(Reply.Answered reply) {
    return nsec3(reply)
        .map(NSEC3Record::getIterations)
        .filter(iterations -> iterations > Validator.MAX_NSEC3_ITERATIONS)
        .findFirst()
        .map(n -> "NSEC3 with " + n + " iterations counts as unsigned (RFC 9276)");
  }

  private static boolean optsOut(Reply.Answered reply) {
    return nsec3(reply).anyMatch(record -> (record.getFlags() & OPT_OUT) != 0);
  }

  private static Stream<NSEC3Record> nsec3(Reply.Answered reply) {
    return reply
        .sets(Section.AUTHORITY)
        .filter(set -> set.getType() == Type.NSEC3)
        .flatMap(set -> set.rrs().stream())
        .map(NSEC3Record.class::cast);
  }

  private Optional<Reply.Answered> known(Query query) {
    return replies.known(query);
  }
}
