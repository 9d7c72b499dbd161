package dev.smtpscope.render.outline;

import dev.smtpscope.facts.MailHost;
import dev.smtpscope.judge.DaneInsight;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.dane.TlsaVerdict;
import dev.smtpscope.report.Report;
import dev.smtpscope.target.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What DANE comes to, in words. */
public final class DaneWords {
  private DaneWords() {}

  /** In a few words, after the word DANE. */
  static String of(Report report, MailHost host) {
    return insight(report, host).map(DaneWords::brief).orElse("not looked up");
  }

  private static Optional<DaneInsight> insight(Report report, MailHost host) {
    return report.verdicts().dane().stream()
        .filter(insight -> insight.host().equals(host.label()))
        .findFirst();
  }

  private static String brief(DaneInsight insight) {
    return switch (insight.dane()) {
      case Dane.NotUsed(var reason, String why) ->
          reason == Dane.Reason.NO_RECORDS ? "not used" : "not signed";
      case Dane.Failed failed -> "look-up fails";
      case Dane.Unusable unusable -> "not usable";
      case Dane.Unknown unknown -> "not known";
      case Dane.Usable usable -> matches(insight.matches());
    };
  }

  private static String matches(List<DaneInsight.Match> matches) {
    long matched = matches.stream().filter(m -> m.outcome() instanceof DaneMatch.Matched).count();
    boolean fails = matches.stream().anyMatch(m -> m.outcome() instanceof DaneMatch.Mismatch);
    if (fails) {
      return matched == 0 ? "does not match" : "matches on " + matched + " of " + matches.size();
    }
    return matched == 0 ? "match not known" : "matches";
  }

  /** Each host with its records, what senders make of them, and the certificates they match. */
  public static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (DaneInsight insight : report.verdicts().dane()) {
      lines.addAll(lines(insight));
    }
    return lines;
  }

  private static List<String> lines(DaneInsight insight) {
    String where = insight.host() + " port " + insight.port() + ": ";
    List<String> lines = new ArrayList<>();
    switch (insight.dane()) {
      case Dane.NotUsed(var reason, String why) -> lines.add(where + "not used, " + why);
      case Dane.Failed(String why) -> lines.add(where + "no delivery by DANE senders, " + why);
      case Dane.Unknown(String why) -> lines.add(where + "not known, " + why);
      case Dane.Unusable(var lookup, var records) ->
          records.forEach(record -> lines.add(where + record(record)));
      case Dane.Usable(var lookup, var records, var names) ->
          records.forEach(record -> lines.add(where + record(record)));
    }
    insight.matches().forEach(match -> lines.add(insight.host() + " at " + match(match)));
    return lines;
  }

  private static String record(TlsaVerdict record) {
    String why = record.why().isEmpty() ? "" : ", " + record.why();
    return record.text()
        + switch (record.use()) {
          case USED -> " (used" + why + ")";
          case OUTRANKED -> " (outranked" + why + ")";
          case UNUSABLE -> " (not usable" + why + ")";
        };
  }

  private static String match(DaneInsight.Match match) {
    String address = Addresses.text(match.endpoint().address()) + ": ";
    return switch (match.outcome()) {
      case DaneMatch.Matched(var record, int depth, String subject) ->
          address
              + Association.parameters(record)
              + " matches "
              + (depth == 0 ? "the server's certificate, " : "certificate " + (depth + 1) + ", ")
              + subject;
      case DaneMatch.Mismatch(var cause, String why) -> address + "no match, " + why;
      case DaneMatch.Unknown(String why) -> address + "not known, " + why;
    };
  }
}
