package dev.smtpscope.bulk.row;

import dev.smtpscope.judge.mtasts.MtaSts;

/** A domain's MTA-STS policy: its mode, or why there is none. */
public enum StsState {
  ENFORCE,
  TESTING,
  NONE,
  /** A policy is announced and can't be had. */
  BROKEN,
  ABSENT,
  UNKNOWN;

  static StsState of(MtaSts mtaSts) {
    return switch (mtaSts) {
      case MtaSts.Absent absent -> ABSENT;
      case MtaSts.Broken broken -> BROKEN;
      case MtaSts.Unknown unknown -> UNKNOWN;
      case MtaSts.Valid(var id, var policy) ->
          switch (policy.mode()) {
            case ENFORCE -> ENFORCE;
            case TESTING -> TESTING;
            case NONE -> NONE;
          };
    };
  }
}
