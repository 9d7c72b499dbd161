package dev.smtpscope.bulk.row;

import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.DaneMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What DANE comes to at a server, or at all servers of a domain. */
public enum DaneState {
  /** The certificate matches a TLSA record. */
  MATCH,
  /** There are records, and the certificate matches none. */
  MISMATCH,
  /** There are records, but none that a sender can use. */
  UNUSABLE,
  /** The look-up failed or is bogus: senders that know DANE do not deliver. */
  FAILED,
  /** Some servers of a domain match, others have no records. */
  PARTIAL,
  /** No records, or no signed zone. */
  NOT_USED,
  UNKNOWN;

  static DaneState of(Dane dane, Optional<DaneMatch> match) {
    return switch (dane) {
      case Dane.NotUsed none -> NOT_USED;
      case Dane.Failed failed -> FAILED;
      case Dane.Unusable unusable -> UNUSABLE;
      case Dane.Unknown unknown -> UNKNOWN;
      case Dane.Usable usable -> match.map(DaneState::of).orElse(UNKNOWN);
    };
  }

  private static DaneState of(DaneMatch match) {
    return switch (match) {
      case DaneMatch.Matched matched -> MATCH;
      case DaneMatch.Mismatch mismatch -> MISMATCH;
      case DaneMatch.Unknown unknown -> UNKNOWN;
    };
  }

  /** What those of its servers come to for a domain: trouble first; empty where there is none. */
  static Optional<DaneState> together(List<DaneState> servers) {
    if (servers.isEmpty()) {
      return Optional.empty();
    }
    Optional<DaneState> trouble =
        Stream.of(FAILED, MISMATCH, UNUSABLE).filter(servers::contains).findFirst();
    return trouble.or(() -> Optional.of(untroubled(servers)));
  }

  private static DaneState untroubled(List<DaneState> servers) {
    if (servers.contains(NOT_USED)) {
      return servers.contains(MATCH) ? PARTIAL : NOT_USED;
    }
    return servers.contains(MATCH) ? MATCH : UNKNOWN;
  }
}
