package dev.smtpscope.probe.dns;

import dev.smtpscope.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What is wrong with the signatures of one record set, in words. */
final class Signatures {
  private final Replies replies;
  private final DnssecAnchors anchors;
  private final Instant now;

  Signatures(Replies replies, DnssecAnchors anchors, Instant now) {
    this.replies = replies;
    this.anchors = anchors;
    this.now = now;
  }

  /** A name as it stands in a sentence. */
  static String text(Name name) {
    return name.equals(Name.root) ? "the root" : RecordReader.name(name).text();
  }

  Optional<String> problem(RRset set) {
    List<RRSIGRecord> signatures = set.sigs();
    String what = Type.string(set.getType()) + " of " + text(set.getName());
    if (signatures.isEmpty()) {
      return Optional.of("the " + what + " is not signed");
    }
    return age(signatures)
        .map(age -> "the signature of the " + what + " " + age)
        .or(() -> unpublished(what, signatures))
        .or(() ->
            verifies(set, signatures)
                ? Optional.empty()
                : Optional.of("the signature of the " + what + " does not verify"));
  }

  /** RFC 4035 section 5.3.4. */
  static boolean isFromWildcard(RRset set) {
    return set.sigs().stream().anyMatch(s -> s.getLabels() < set.getName().labels() - 1);
  }

  /** As {@link #problem}, and whether the keys are the ones that the zone above vouches for. */
  Optional<String> keyProblem(RRset keys) {
    List<DSRecord> delegation = delegation(keys.getName());
    boolean vouched =
        delegation.isEmpty() || keys.rrs().stream().anyMatch(key -> isVouched(key, delegation));
    return vouched
        ? problem(keys)
        : Optional.of(
            "no DNSKEY of " + text(keys.getName()) + " matches " + voucher(keys.getName()));
  }

  /** Where all have the same fault, that of the last. */
  private Optional<String> age(List<RRSIGRecord> signatures) {
    RRSIGRecord last = signatures.getLast();
    if (signatures.stream().allMatch(s -> s.getExpire().isBefore(now))) {
      return Optional.of(
          "expired "
              + ago(Duration.between(last.getExpire(), now))
              + " ("
              + last.getExpire()
              + ")");
    }
    if (signatures.stream().allMatch(s -> s.getTimeSigned().isAfter(now))) {
      return Optional.of("is not valid before " + last.getTimeSigned());
    }
    return Optional.empty();
  }

  private static String ago(Duration age) {
    return Words.duration(age) + " ago";
  }

  private Optional<String> unpublished(String what, List<RRSIGRecord> signatures) {
    RRSIGRecord last = signatures.getLast();
    return signatures.stream().anyMatch(s -> keys(s).findAny().isPresent())
        ? Optional.empty()
        : Optional.of(
            "the %s is signed with key %d, which is not among the DNSKEY of %s"
                .formatted(what, last.getFootprint(), text(last.getSigner())));
  }

  private boolean verifies(RRset set, List<RRSIGRecord> signatures) {
    return signatures.stream().anyMatch(s -> keys(s).anyMatch(key -> verifies(set, s, key)));
  }

  private boolean verifies(RRset set, RRSIGRecord signature, DNSKEYRecord key) {
    try {
      DNSSEC.verify(set, signature, key, now);
      return true;
    } catch (DNSSEC.DNSSECException | RuntimeException _) {
      return false;
    }
  }

  private Stream<DNSKEYRecord> keys(RRSIGRecord signature) {
    return replies.known(Query.here(signature.getSigner(), Type.DNSKEY)).stream()
        .flatMap(reply -> reply.answer(signature.getSigner(), Type.DNSKEY).stream())
        .flatMap(set -> set.rrs().stream())
        .map(DNSKEYRecord.class::cast)
        .filter(key -> key.getFootprint() == signature.getFootprint())
        .filter(key -> key.getAlgorithm() == signature.getAlgorithm())
        .limit(8);
  }

  private List<DSRecord> delegation(Name zone) {
    Stream<Record> trusted =
        anchors.records().stream().filter(anchor -> anchor.getName().equals(zone));
    Stream<Record> given =
        replies.known(Query.here(zone, Type.DS)).stream()
            .flatMap(reply -> reply.answer(zone, Type.DS).stream())
            .flatMap(set -> set.rrs().stream());
    return Stream.concat(trusted, given)
        .filter(DSRecord.class::isInstance)
        .map(DSRecord.class::cast)
        .toList();
  }

  private String voucher(Name zone) {
    boolean anchored = anchors.records().stream().anyMatch(anchor -> anchor.getName().equals(zone));
    return anchored ? "the trust anchor" : "its DS record";
  }

  private static boolean isVouched(Record key, List<DSRecord> delegation) {
    return delegation.stream().anyMatch(ds -> isDigestOf(ds, (DNSKEYRecord) key));
  }

  private static boolean isDigestOf(DSRecord ds, DNSKEYRecord key) {
    try {
      DSRecord own = new DSRecord(key.getName(), DClass.IN, 0, ds.getDigestID(), key);
      return Arrays.equals(own.getDigest(), ds.getDigest());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
