package dev.smtpscope.facts.dns;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was learnt from asking one question.
 *
 * @param aliases the CNAMEs that were followed, in their order
 * @param outcome at the end of the aliases. What a bogus answer said is there too, as evidence: a
 *     validating resolver would have hidden it
 * @param dnssec of the outcome alone; {@link #status} has the aliases in it
 * @param server that answered, or was asked last
 */
public record DnsAnswer(
    DnsQuestion question,
    List<CnameLink> aliases,
    DnsOutcome outcome,
    Dnssec dnssec,
    DnsServer server,
    Duration elapsed) {
  public DnsAnswer {
    aliases = List.copyOf(aliases);
  }

  /** Of the whole way, which is as good as its worst part. */
  public DnssecStatus status() {
    return aliases.stream()
        .map(link -> link.dnssec().status())
        .reduce(dnssec.status(), DnssecStatus::and);
  }

  /** Why {@link #status} is not secure: the reason of the first part that has it. */
  public String reason() {
    return Stream.concat(aliases.stream().map(CnameLink::dnssec), Stream.of(dnssec))
        .filter(part -> part.status() == status())
        .map(Dnssec::reason)
        .findFirst()
        .orElse("");
  }

  /** The name at the end of the aliases. */
  public DnsName canonicalName() {
    return aliases.isEmpty() ? question.name() : aliases.getLast().to();
  }

  /** The records of one kind, none unless some were found. */
  public <T extends RecordData> List<T> records(Class<T> kind) {
    return outcome instanceof DnsOutcome.Found found
        ? found.records().stream().flatMap(r -> only(kind, r)).toList()
        : List.of();
  }

  private static <T> Stream<T> only(Class<T> kind, RecordData data) {
    return kind.isInstance(data) ? Stream.of(kind.cast(data)) : Stream.of();
  }
}
