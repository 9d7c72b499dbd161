package dev.smtpscope.judge.mtasts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.text.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The TXT record that asks senders for reports on TLS (RFC 8460 section 3). */
public sealed interface TlsRptRecord {
  /** The start of every record. */
  String START = "v=TLSRPTv1;";

  /**
   * Exactly one, and well formed.
   *
   * @param addresses where reports go, {@code mailto:} or {@code https:}
   */
  record Valid(List<String> addresses) implements TlsRptRecord {
    public Valid {
      addresses = List.copyOf(addresses);
    }
  }

  /** None. */
  record Absent() implements TlsRptRecord {}

  /** There is something meant to be one, which senders take for none. */
  record Invalid(String problem) implements TlsRptRecord {}

  /** Not known. */
  record Unknown(String why) implements TlsRptRecord {}

  /** What the answer to the question for TXT at {@code _smtp._tls} comes to. */
  static TlsRptRecord of(DnsAnswer answer) {
    return switch (answer.outcome()) {
      case DnsOutcome.NoData none -> new Absent();
      case DnsOutcome.NoSuchName none -> new Absent();
      case DnsOutcome.Failed(var kind, var detail) ->
          new Unknown("TXT of " + answer.question().name() + ": " + detail);
      case DnsOutcome.Found found ->
          of(answer.records(RecordData.Txt.class).stream().map(RecordData.Txt::text).toList());
    };
  }

  /** What the records' texts come to, each in visible form and with its strings joined. */
  static TlsRptRecord of(List<String> texts) {
    List<String> meant = texts.stream().filter(text -> text.startsWith(START)).toList();
    if (meant.isEmpty()) {
      return texts.stream().anyMatch(RptGrammar::isNearly)
          ? new Invalid("it does not begin with " + START)
          : new Absent();
    }
    return meant.size() > 1
        ? new Invalid("there are " + meant.size() + " records where there must be one")
        : of(new String(Visible.bytes(meant.getFirst()), StandardCharsets.ISO_8859_1));
  }

  private static TlsRptRecord of(String text) {
    Optional<String> rua =
        Stream.of(text.substring(START.length()).split(";", -1))
            .map(String::strip)
            .filter(field -> field.startsWith("rua="))
            .map(field -> field.substring(4))
            .findFirst();
    if (rua.isEmpty()) {
      return new Invalid("it has no rua");
    }
    List<String> addresses = Stream.of(rua.get().split(",", -1)).map(String::strip).toList();
    return addresses.stream().allMatch(RptGrammar::isAddress)
        ? new Valid(addresses)
        : new Invalid("its rua is not a list of mailto: and https: addresses");
  }
}
