package dev.smtpscope.render.outline;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnssecStatus;
import java.util.List;
import java.util.stream.Stream;

/** Every answer of the DNS that a scan was given. */
public final class DnsLines {
  private DnsLines() {}

  /**
   * One question and its answer.
   *
   * @param how it was come by: aliases, and what DNSSEC says of it
   */
  public record Line(Mark mark, String question, String status, String said, String how) {}

  /** Each question once. */
  public static List<Line> of(Facts facts) {
    return answers(facts).distinct().map(DnsLines::line).toList();
  }

  static List<Block> section(Facts facts) {
    List<Block.Row> rows =
        of(facts).stream()
            .map(l ->
                new Block.Row(
                    l.mark(), List.of(l.question(), l.status(), l.said() + " (" + l.how() + ")")))
            .toList();
    Block table = new Block.Table(List.of("Question", "DNSSEC", "Answer"), rows);
    return rows.isEmpty() ? List.of() : List.of(new Block.Section("DNS answers", List.of(table)));
  }

  private static Line line(DnsAnswer answer) {
    return new Line(
        answer.status() == DnssecStatus.BOGUS ? Mark.ERROR : Mark.NONE,
        answer.question().toString(),
        DnsWords.status(answer.status()),
        DnsWords.said(answer),
        DnsWords.how(answer));
  }

  private static Stream<DnsAnswer> answers(Facts facts) {
    var records = facts.records();
    return Stream.of(
            facts.route().mx().stream(),
            facts.hosts().stream().flatMap(host -> host.answers().stream()),
            records.tlsa().stream().flatMap(tlsa -> tlsa.answers().stream()),
            records.domain().stream().flatMap(DnsLines::answers),
            records.reverse().stream()
                .flatMap(r -> Stream.concat(Stream.of(r.pointer()), r.forward().stream())),
            records.blockLists().stream()
                .flatMap(b -> Stream.concat(Stream.of(b.codes()), b.reason().stream())))
        .flatMap(answers -> answers);
  }

  private static Stream<DnsAnswer> answers(DomainRecords records) {
    return Stream.concat(
        Stream.of(records.mtaSts(), records.tlsRpt(), records.text(), records.dmarc()),
        records.submission().stream());
  }
}
