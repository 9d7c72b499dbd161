package dev.smtpscope.judge.mtasts;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.text.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The TXT record by which a domain announces that it has a policy (RFC 8461 section 3.1). */
public sealed interface StsRecord {
  /** The start of every record. */
  String START = "v=STSv1;";

  /**
   * Exactly one, and well formed.
   *
   * @param id of the policy, 1 to 32 letters and digits
   */
  record Valid(String id) implements StsRecord {}

  /** None; what else may stand at the name does not count. */
  record Absent() implements StsRecord {}

  /**
   * There is something meant to be one, which senders take for none.
   *
   * @param texts of the records, in visible form
   */
  record Invalid(String problem, List<String> texts) implements StsRecord {
    public Invalid {
      texts = List.copyOf(texts);
    }
  }

  /** Not known. */
  record Unknown(String why) implements StsRecord {}

  /** What the answer to the question for TXT at {@code _mta-sts} comes to. */
  static StsRecord of(DnsAnswer answer) {
    return switch (answer.outcome()) {
      case DnsOutcome.NoData none -> new Absent();
      case DnsOutcome.NoSuchName none -> new Absent();
      case DnsOutcome.Failed(var kind, var detail) ->
          new Unknown("TXT of " + answer.question().name() + ": " + detail);
      case DnsOutcome.Found found ->
          answer.status() == DnssecStatus.BOGUS
              ? new Unknown("TXT of " + answer.question().name() + " is bogus: " + answer.reason())
              : of(
                  answer.records(RecordData.Txt.class).stream().map(RecordData.Txt::text).toList());
    };
  }

  /** What the records' texts come to, each in visible form and with its strings joined. */
  static StsRecord of(List<String> texts) {
    List<String> meant = texts.stream().filter(text -> text.startsWith(START)).toList();
    if (meant.isEmpty()) {
      List<String> nearly = texts.stream().filter(StsGrammar::isNearly).toList();
      return nearly.isEmpty()
          ? new Absent()
          : new Invalid("it does not begin with " + START, nearly);
    }
    return meant.size() > 1
        ? new Invalid("there are " + meant.size() + " records where there must be one", meant)
        : of(meant.getFirst());
  }

  private static StsRecord of(String visible) {
    String text = new String(Visible.bytes(visible), StandardCharsets.ISO_8859_1);
    List<String> fields =
        Stream.of(
                text.substring(START.length()).replaceFirst("[ \\t]*;?[ \\t]*$", "").split(";", -1))
            .map(field -> field.replaceAll("^[ \\t]+|[ \\t]+$", ""))
            .toList();
    Optional<String> id =
        fields.stream().filter(f -> f.startsWith("id=")).map(f -> f.substring(3)).findFirst();
    return problem(fields, id)
        .<StsRecord>map(problem -> new Invalid(problem, List.of(visible)))
        .orElseGet(() -> new Valid(id.orElseThrow()));
  }

  private static Optional<String> problem(List<String> fields, Optional<String> id) {
    if (id.isEmpty()) {
      return Optional.of("it has no id");
    }
    if (!StsGrammar.ID.matcher(id.get()).matches()) {
      return Optional.of("its id is not 1 to 32 letters and digits");
    }
    return fields.stream()
        .filter(field -> !field.startsWith("id=") && !StsGrammar.EXTENSION.matcher(field).matches())
        .findFirst()
        .map(field -> "one of its fields is not of the form name=value");
  }
}
