package dev.smtpscope.render.outline;

import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a mail domain publishes, in a line for each thing. */
public final class DomainPairs {
  private DomainPairs() {}

  /** MX, MTA-STS, TLS reporting, SPF and DMARC, SRV. */
  public static List<Block.Pair> of(Report report) {
    Facts facts = report.facts();
    List<Block.Pair> pairs = new ArrayList<>();
    facts.route().mx().ifPresent(mx -> pairs.add(pair("MX", answer(mx))));
    report
        .verdicts()
        .domain()
        .map(DomainInsight::mtaSts)
        .ifPresent(sts -> pairs.add(pair("MTA-STS", StsWords.policy(sts))));
    facts.records().domain().ifPresent(records -> pairs.addAll(of(records)));
    return pairs;
  }

  private static List<Block.Pair> of(DomainRecords records) {
    return List.of(
        pair("STS record", answer(records.mtaSts())),
        pair("STS fetch", StsWords.fetch(records.policy())),
        pair("TLS reports", reporting(records.tlsRpt())),
        pair(
            "SPF, DMARC",
            present("SPF", records.text(), "v=spf1")
                + ", "
                + present("DMARC", records.dmarc(), "v=DMARC1")
                + "; not judged here"),
        pair("SRV", services(records.submission())));
  }

  /** The text of the policy as it was served. */
  public static List<String> policyLines(Facts facts) {
    return facts.records().domain().map(DomainRecords::policy).stream()
        .flatMap(p ->
            p instanceof PolicyFetch.Answered a ? a.lines().stream() : List.<String>of().stream())
        .toList();
  }

  private static String answer(DnsAnswer answer) {
    return DnsWords.said(answer) + " (DNSSEC " + DnsWords.status(answer.status()) + ")";
  }

  /** More than one counts as none (RFC 8460 section 3). */
  private static String reporting(DnsAnswer answer) {
    List<String> texts = texts(answer, "v=TLSRPTv1");
    return switch (texts.size()) {
      case 0 -> answer.outcome() instanceof DnsOutcome.Failed ? answer(answer) : "none";
      case 1 -> texts.getFirst();
      default -> texts.size() + " records, which count as none";
    };
  }

  private static String present(String what, DnsAnswer answer, String start) {
    if (answer.outcome() instanceof DnsOutcome.Failed) {
      return what + " not known";
    }
    return what + (texts(answer, start).isEmpty() ? " not present" : " present");
  }

  private static List<String> texts(DnsAnswer answer, String start) {
    return answer.records(RecordData.Txt.class).stream()
        .map(RecordData.Txt::text)
        .filter(text -> text.regionMatches(true, 0, start, 0, start.length()))
        .toList();
  }

  private static String services(List<DnsAnswer> answers) {
    String found =
        answers.stream()
            .filter(answer -> !answer.records(RecordData.Srv.class).isEmpty())
            .map(answer -> answer.question().name() + " " + DnsWords.said(answer))
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "none" : found;
  }

  private static Block.Pair pair(String label, String text) {
    return new Block.Pair(label, text);
  }
}
