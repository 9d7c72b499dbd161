package dev.smtpscope.judge;

import dev.smtpscope.judge.guideline.Guidelines;
import dev.smtpscope.judge.pki.TrustAnchors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rulesets that have a name, as data. */
public final class Profiles {
  /** Their names, the usual one first. */
  public static final List<String> NAMES = List.of("smtpscope", "strict");

  /** The names of rulesets and guidelines. */
  public static final List<String> WITH_GUIDELINES =
      Stream.concat(NAMES.stream(), Guidelines.NAMES.stream()).toList();

  private Profiles() {}

  /** The ruleset of that name with these anchors. */
  public static Optional<Ruleset> named(String name, TrustAnchors anchors) {
    return switch (name) {
      case "smtpscope" -> Optional.of(Ruleset.standard(anchors));
      case "strict" ->
          Optional.of(new Ruleset("strict", Thresholds.STANDARD, anchors, strictSeverities()));
      default -> Optional.empty();
    };
  }

  /**
   * The ruleset that {@code names} put together: at most one of {@link #NAMES}, else the usual one,
   * and any number of guidelines, else the usual ones. Empty where they name anything else.
   */
  public static Optional<Ruleset> combined(List<String> names, TrustAnchors anchors) {
    List<String> guidelines = names.stream().filter(Guidelines.NAMES::contains).distinct().toList();
    List<String> rest =
        names.stream().filter(name -> !guidelines.contains(name)).distinct().toList();
    if (rest.size() > 1) {
      return Optional.empty();
    }
    return named(rest.isEmpty() ? NAMES.getFirst() : rest.getFirst(), anchors)
        .map(rules -> guidelines.isEmpty() ? rules : rules.with(guidelines));
  }

  /**
   * For hosts that have to work with senders who insist on TLS and a trusted name, as MTA-STS in
   * mode enforce (RFC 8461) asks them to: what spoils that is an error whatever the port.
   */
  private static Map<String, Severity> strictSeverities() {
    return Stream.of(
            "capabilities-masked",
            "certificate-chain-broken",
            "certificate-chain-incomplete",
            "certificate-common-name-only",
            "certificate-expired",
            "certificate-name-mismatch",
            "certificate-not-yet-valid",
            "certificate-self-signed",
            "certificate-untrusted-root",
            "starttls-broken",
            "starttls-missing",
            "tls-handshake-failed",
            "tls-old-version-accepted",
            "tls-version-outdated")
        .collect(Collectors.toMap(Function.identity(), id -> Severity.ERROR));
  }
}
