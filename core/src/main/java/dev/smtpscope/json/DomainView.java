package dev.smtpscope.json;

import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.judge.sender.SenderTable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What was concluded about a mail domain beside the checks. */
record DomainView(MtaStsView mtaSts, SenderTable senders) {
  enum State {
    ABSENT,
    BROKEN,
    UNKNOWN,
    VALID
  }

  record PolicyView(String id, Mode mode, Duration maxAge, List<String> mx) {
    static PolicyView of(String id, Policy policy) {
      return new PolicyView(
          id, policy.mode(), policy.maxAge(), policy.mx().stream().map(Object::toString).toList());
    }
  }

  record MtaStsView(
      State state,
      Optional<String> why,
      Optional<ResultType> failure,
      Optional<PolicyView> policy) {
    static MtaStsView of(MtaSts mtaSts) {
      return switch (mtaSts) {
        case MtaSts.Absent(String why) -> without(State.ABSENT, why, Optional.empty());
        case MtaSts.Broken(ResultType type, String why) ->
            without(State.BROKEN, why, Optional.of(type));
        case MtaSts.Unknown(String why) -> without(State.UNKNOWN, why, Optional.empty());
        case MtaSts.Valid(String id, Policy policy) ->
            new MtaStsView(
                State.VALID,
                Optional.empty(),
                Optional.empty(),
                Optional.of(PolicyView.of(id, policy)));
      };
    }

    private static MtaStsView without(State state, String why, Optional<ResultType> failure) {
      return new MtaStsView(state, Optional.of(why), failure, Optional.empty());
    }
  }

  static DomainView of(DomainInsight insight) {
    return new DomainView(MtaStsView.of(insight.mtaSts()), insight.senders());
  }
}
