package dev.smtpscope.judge.guideline;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.GroupFacts;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.judge.audit.Choice;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that name what may be negotiated. */
final class Lists {
  private static final int SHOWN = 3;

  private Lists() {}

  /** Nothing but these suites with {@code version}. */
  static Rule suites(TlsVersion version, Set<String> allowed) {
    return scope -> {
      List<String> accepted =
          scope.offering().accepted().stream()
              .filter(c -> c.version() == version)
              .map(Choice::suite)
              .map(suite -> suite.name())
              .toList();
      return within(scope, accepted, allowed, "suites");
    };
  }

  /** Nothing but these groups with {@code version}. */
  static Rule groups(TlsVersion version, Set<String> allowed) {
    return scope -> {
      List<String> agreed =
          agreed(scope).filter(g -> g.version() == version).map(Lists::name).toList();
      return within(scope, agreed, allowed, "groups");
    };
  }

  private static Stream<GroupFacts> agreed(Scope scope) {
    return scope.offering().audit().groups().stream().filter(g -> g.trait().isYes());
  }

  private static String name(GroupFacts group) {
    return group.group().name();
  }

  private static Trait within(Scope scope, List<String> seen, Set<String> allowed, String what) {
    List<String> others =
        seen.stream()
            .filter(name -> allowed.stream().noneMatch(name::equalsIgnoreCase))
            .distinct()
            .toList();
    if (!others.isEmpty()) {
      String more = others.size() > SHOWN ? " and " + (others.size() - SHOWN) + " more" : "";
      return Trait.no(String.join(", ", others.stream().limit(SHOWN).toList()) + more);
    }
    return scope.isExhaustive()
        ? Trait.yes("no others are accepted")
        : Trait.unknown("not all " + what + " were offered");
  }

  /** All of these groups. */
  static Rule offers(List<String> wanted) {
    return scope -> Rules.all(wanted.stream().map(name -> offers(scope, name)).toList());
  }

  private static Trait offers(Scope scope, String wanted) {
    List<GroupFacts> asked =
        scope.offering().audit().groups().stream()
            .filter(g -> g.group().name().equalsIgnoreCase(wanted))
            .toList();
    boolean agreed = asked.stream().anyMatch(g -> g.trait().isYes());
    if (agreed) {
      return Trait.yes(wanted + " is agreed to");
    }
    return !asked.isEmpty() && asked.stream().allMatch(g -> g.trait().isNo())
        ? Trait.no(wanted + " is not agreed to")
        : Trait.unknown(wanted + " was not asked for by itself");
  }
}
