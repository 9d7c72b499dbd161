package dev.smtpscope.json;

import dev.smtpscope.judge.DaneInsight;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import dev.smtpscope.judge.dane.TlsaVerdict;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What DANE comes to at one port of one host.
 *
 * @param why where there are no records to match
 */
record DaneView(
    String host,
    int port,
    State state,
    Optional<String> why,
    List<RecordView> records,
    List<MatchView> addresses) {
  enum State {
    NOT_USED,
    FAILED,
    UNUSABLE,
    USABLE,
    UNKNOWN
  }

  record RecordView(String record, TlsaVerdict.Use use, Optional<String> why) {
    static RecordView of(TlsaVerdict verdict) {
      return new RecordView(
          verdict.text(), verdict.use(), Optional.of(verdict.why()).filter(w -> !w.isEmpty()));
    }
  }

  enum Result {
    MATCH,
    MISMATCH,
    UNKNOWN
  }

  record MatchView(
      InetAddress address,
      Result result,
      Optional<String> record,
      Optional<Integer> depth,
      Optional<String> why) {
    static MatchView of(DaneInsight.Match match) {
      InetAddress address = match.endpoint().address();
      return switch (match.outcome()) {
        case DaneMatch.Matched(var record, int depth, var subject) ->
            new MatchView(
                address,
                Result.MATCH,
                Optional.of(Association.text(record)),
                Optional.of(depth),
                Optional.empty());
        case DaneMatch.Mismatch(var cause, String why) -> without(address, Result.MISMATCH, why);
        case DaneMatch.Unknown(String why) -> without(address, Result.UNKNOWN, why);
      };
    }

    private static MatchView without(InetAddress address, Result result, String why) {
      return new MatchView(address, result, Optional.empty(), Optional.empty(), Optional.of(why));
    }
  }

  static DaneView of(DaneInsight insight) {
    return switch (insight.dane()) {
      case Dane.NotUsed(var reason, String why) -> without(insight, State.NOT_USED, why);
      case Dane.Failed(String why) -> without(insight, State.FAILED, why);
      case Dane.Unknown(String why) -> without(insight, State.UNKNOWN, why);
      case Dane.Unusable(var lookup, var records) -> with(insight, State.UNUSABLE, records);
      case Dane.Usable(var lookup, var records, var names) -> with(insight, State.USABLE, records);
    };
  }

  private static DaneView without(DaneInsight insight, State state, String why) {
    return new DaneView(
        insight.host(), insight.port(), state, Optional.of(why), List.of(), List.of());
  }

  private static DaneView with(DaneInsight insight, State state, List<TlsaVerdict> records) {
    return new DaneView(
        insight.host(),
        insight.port(),
        state,
        Optional.empty(),
        records.stream().map(RecordView::of).toList(),
        insight.matches().stream().map(MatchView::of).toList());
  }
}
