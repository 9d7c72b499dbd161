package dev.smtpscope.judge.checks.audit;

import static dev.smtpscope.facts.TlsVersion.SSL_2;
import static dev.smtpscope.facts.TlsVersion.TLS_1_2;
import static dev.smtpscope.facts.TlsVersion.TLS_1_3;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.audit.Offering;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Questions that arise with certain versions alone. */
final class Versions {
  private Versions() {}

  /** Where a version before TLS 1.3 is spoken. */
  static Applicability before13(Offering offering) {
    return offering.spoken().stream().anyMatch(v -> v != SSL_2 && v != TLS_1_3)
        ? Applicability.applies()
        : unless(offering, "no version before TLSv1.3 is spoken", TLS_1_2);
  }

  /** Where TLS 1.3 is spoken. */
  static Applicability has13(Offering offering) {
    return offering.spoken().contains(TLS_1_3)
        ? Applicability.applies()
        : unless(offering, "TLSv1.3 is not spoken", TLS_1_3);
  }

  /** Where there is a version before TLS 1.2 to fall back to; newer ones guard themselves. */
  static Applicability severalWithOld(Offering offering) {
    List<TlsVersion> spoken = offering.spoken().stream().filter(v -> v != SSL_2).toList();
    boolean old = spoken.stream().anyMatch(Versions::isOld);
    return old && spoken.size() > 1
        ? Applicability.applies()
        : unless(
            offering,
            "there is no older version to fall back to",
            Arrays.stream(TlsVersion.values())
                .filter(v -> v != SSL_2 && isOld(v))
                .toArray(TlsVersion[]::new));
  }

  private static boolean isOld(TlsVersion version) {
    return version.compareTo(TLS_1_2) < 0;
  }

  /** Not for {@code why}, where it is known that none of {@code versions} is spoken. */
  private static Applicability unless(Offering offering, String why, TlsVersion... versions) {
    Optional<TlsVersion> untold =
        Arrays.stream(versions)
            .filter(v -> offering.speaks(v).support() == Support.UNKNOWN)
            .findFirst();
    return untold
        .map(v -> Applicability.unknown(v.label() + ": " + offering.speaks(v).detail()))
        .orElseGet(() -> Applicability.not(why));
  }
}
