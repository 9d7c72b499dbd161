package dev.smtpscope.bulk.summary;

import java.util.Set;

/** How values are named to people. */
final class Labels {
  /** The qualities whose values are names of others, not words of ours. */
  private static final Set<String> NAMES =
      Set.of(
          "tls-version",
          "tls-group",
          "tls-suite",
          "certificate-key",
          "provider",
          "software",
          "post-quantum");

  private Labels() {}

  static String of(Breakdown breakdown, String value) {
    return NAMES.contains(breakdown.id()) ? value : value.replace('-', ' ');
  }
}
