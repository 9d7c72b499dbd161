package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.Arrays;
import java.util.List;

/** Whether a client can't get a worse suite than it has to. */
final class Order {
  private Order() {}

  /** It can't where the server's order decides, or no suite is of any class that is judged. */
  static Trait of(Scope scope) {
    List<VersionFacts> left =
        scope
            .offering()
            .audit()
            .spoken()
            .filter(v -> v.version() != TlsVersion.TLS_1_3 && isLeftToClient(v))
            .toList();
    if (left.stream().anyMatch(v -> v.preference() == Preference.CLIENT && hasWorse(v))) {
      return Trait.no("the client's order decides");
    }
    return left.isEmpty()
        ? known(scope, "the server's order decides")
        : withChoice(scope, left.stream().anyMatch(Order::hasWorse));
  }

  private static boolean isLeftToClient(VersionFacts version) {
    return switch (version.preference()) {
      case SERVER, SERVER_UNLESS_CHACHA, SINGLE -> false;
      case CLIENT, UNKNOWN -> true;
    };
  }

  private static Trait withChoice(Scope scope, boolean worse) {
    return worse || !scope.isExhaustive()
        ? Trait.unknown("whose order decides was not found out")
        : known(scope, "all suites are good");
  }

  private static Trait known(Scope scope, String why) {
    return Arrays.stream(TlsVersion.values())
        .map(scope.offering()::speaks)
        .filter(spoken -> spoken.support() == Support.UNKNOWN)
        .findFirst()
        .orElseGet(() -> Trait.yes(why));
  }

  private static boolean hasWorse(VersionFacts version) {
    return version.accepted().stream()
        .anyMatch(suite -> Arrays.stream(SuiteClass.values()).anyMatch(kind -> kind.has(suite)));
  }
}
