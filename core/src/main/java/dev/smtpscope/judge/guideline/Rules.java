package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.audit.SuiteClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that guidelines are written in: {@code [if VERSION:] WORD ARGUMENT... [unless WORD
 * ARGUMENT...]}.
 */
final class Rules {
  private Rules() {}

  static Rule read(String text) {
    if (text.startsWith("if ")) {
      int colon = text.indexOf(':');
      return where(version(text.substring(3, colon)), read(text.substring(colon + 1).strip()));
    }
    int unless = text.indexOf(" unless ");
    return unless > 0
        ? unless(read(text.substring(0, unless)), exception(text.substring(unless + 8)))
        : simple(List.of(text.split(" ", -1)));
  }

  private static Rule exception(String text) {
    return text.equals("encrypt-then-mac") ? read("feature encrypt-then-mac yes") : read(text);
  }

  private static Rule simple(List<String> words) {
    List<String> arguments = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "speak" -> scope -> scope.offering().speaks(version(arguments.getFirst()));
      case "refuse" -> scope -> not(scope.offering().speaks(version(arguments.getFirst())));
      case "no-suites" -> noSuites(arguments.stream().map(Rules::kind).toList());
      case "only-suites" ->
          Lists.suites(version(arguments.getFirst()), Set.copyOf(rest(arguments)));
      case "only-groups" ->
          Lists.groups(version(arguments.getFirst()), Set.copyOf(rest(arguments)));
      case "offers-group" -> Lists.offers(arguments);
      case "feature" -> feature(constant(Feature.class, arguments.get(0)), arguments.get(1));
      case "withstands" ->
          scope -> not(scope.offering().shows(constant(ActiveTest.class, arguments.getFirst())));
      case "order" -> Order::of;
      case "dh-bits" -> Keys.dh(Integer.parseInt(arguments.getFirst()));
      case "dh-groups" -> Keys.groups(Set.copyOf(arguments));
      case "rsa-bits" -> Keys.rsa(Integer.parseInt(arguments.getFirst()));
      case "key-type" -> Keys.type(arguments.getFirst());
      case "valid-days" -> Keys.validity(Integer.parseInt(arguments.getFirst()));
      case "certificate-hash" -> Keys::hash;
      case "no-weak-signatures" -> Keys::signatures;
      default -> throw new IllegalStateException("no rule " + words);
    };
  }

  private static List<String> rest(List<String> arguments) {
    return arguments.subList(1, arguments.size());
  }

  private static Rule feature(Feature feature, String wanted) {
    return wanted.equals("yes")
        ? scope -> scope.offering().has(feature)
        : scope -> not(scope.offering().has(feature));
  }

  private static Rule noSuites(List<SuiteClass> kinds) {
    return scope -> all(kinds.stream().map(kind -> not(scope.offering().accepts(kind))).toList());
  }

  private static Rule where(TlsVersion version, Rule rule) {
    return scope -> {
      Trait spoken = scope.offering().speaks(version);
      return switch (spoken.support()) {
        case YES -> rule.holds(scope);
        case NO -> Trait.yes(version.label() + " is not spoken");
        case UNKNOWN -> spoken;
      };
    };
  }

  private static Rule unless(Rule rule, Rule exception) {
    return scope -> {
      Trait holds = rule.holds(scope);
      Trait excepted = exception.holds(scope);
      return holds.isYes() || excepted.isNo() ? holds : excepted;
    };
  }

  static Trait all(List<Trait> traits) {
    List<Trait> worstFirst = new ArrayList<>();
    for (Support support : List.of(Support.NO, Support.UNKNOWN, Support.YES)) {
      traits.stream().filter(t -> t.support() == support).forEach(worstFirst::add);
    }
    return worstFirst.getFirst();
  }

  static Trait not(Trait trait) {
    return switch (trait.support()) {
      case YES -> Trait.no(trait.detail());
      case NO -> Trait.yes(trait.detail());
      case UNKNOWN -> trait;
    };
  }

  private static TlsVersion version(String label) {
    return Arrays.stream(TlsVersion.values())
        .filter(v -> v.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static SuiteClass kind(String id) {
    return Arrays.stream(SuiteClass.values())
        .filter(k -> k.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
