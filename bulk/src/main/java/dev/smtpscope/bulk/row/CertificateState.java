package dev.smtpscope.bulk.row;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.HostName;
import java.time.Instant;
import java.util.Optional;

/**
 * The first thing that is wrong with a server's certificate, as clients on the web would see it.
 */
public enum CertificateState {
  /** Leads to a trusted root, is in date, and covers the name. */
  VALID,
  NAME_MISMATCH,
  EXPIRED,
  NOT_YET_VALID,
  SELF_SIGNED,
  UNTRUSTED_ROOT,
  /** An issuer's certificate is missing. */
  INCOMPLETE,
  /** The certificates do not hold together. */
  BROKEN,
  UNREADABLE,
  /** The server sent no certificate. */
  NONE;

  static CertificateState of(
      Optional<PathVerdict> path,
      Optional<CertificateDetails> leaf,
      Optional<HostName> name,
      Instant at) {
    if (path.isEmpty()) {
      return NONE;
    }
    return switch (path.get()) {
      case PathVerdict.Trusted trusted -> leaf.map(l -> trusted(l, name, at)).orElse(UNREADABLE);
      case PathVerdict.SelfSigned none -> SELF_SIGNED;
      case PathVerdict.Incomplete incomplete -> INCOMPLETE;
      case PathVerdict.UntrustedRoot root -> UNTRUSTED_ROOT;
      case PathVerdict.Broken broken -> BROKEN;
      case PathVerdict.Unreadable unreadable -> UNREADABLE;
    };
  }

  private static CertificateState trusted(
      CertificateDetails leaf, Optional<HostName> name, Instant at) {
    if (at.isAfter(leaf.notAfter())) {
      return EXPIRED;
    }
    if (at.isBefore(leaf.notBefore())) {
      return NOT_YET_VALID;
    }
    return name.filter(n -> isAnother(NameMatcher.match(leaf, n))).isPresent()
        ? NAME_MISMATCH
        : VALID;
  }

  private static boolean isAnother(NameMatcher.Match match) {
    return switch (match) {
      case DNS_NAME, COMMON_NAME_ONLY, UNKNOWN -> false;
      case IGNORED_COMMON_NAME, NONE -> true;
    };
  }
}
