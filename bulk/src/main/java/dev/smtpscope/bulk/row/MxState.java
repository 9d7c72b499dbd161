package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.MxSet;

/** What the question for MX records came to. */
public enum MxState {
  LISTED,
  /** The domain says that it takes no mail. */
  NULL,
  /** None: the domain is its own mail host. */
  ABSENT,
  NO_SUCH_NAME,
  UNKNOWN;

  static MxState of(MxSet set) {
    return switch (set) {
      case MxSet.Listed listed -> LISTED;
      case MxSet.Null none -> NULL;
      case MxSet.Absent absent -> ABSENT;
      case MxSet.NoSuchName none -> NO_SUCH_NAME;
      case MxSet.Unknown unknown -> UNKNOWN;
    };
  }
}
