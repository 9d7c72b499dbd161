package dev.smtpscope.judge.audit;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.NamedGroup;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.ActiveTest;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.DhParameters;
import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.GroupFacts;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.facts.audit.VersionFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an audit and the first connection together tell of a server's TLS. */
public record Offering(TlsAudit audit, Optional<TlsSession> session) {
  /** Of an endpoint that was audited. */
  public static Optional<Offering> of(EndpointFacts endpoint) {
    return endpoint.audit().map(audit -> new Offering(audit, endpoint.session()));
  }

  /** Whether the server speaks {@code version}. */
  public Trait speaks(TlsVersion version) {
    return session.filter(s -> s.version() == version).isPresent()
        ? Trait.yes("the first connection agreed on it")
        : known(audit.support(version));
  }

  /** The versions it speaks, the oldest first. */
  public List<TlsVersion> spoken() {
    return Arrays.stream(TlsVersion.values()).filter(v -> speaks(v).isYes()).toList();
  }

  /** Whether the server has {@code feature}. */
  public Trait has(Feature feature) {
    return known(audit.trait(feature));
  }

  /** What came of {@code test}. */
  public Trait shows(ActiveTest test) {
    return known(audit.trait(test));
  }

  /**
   * The primes of suites that prove who the server is. Where nothing is proved, as mail servers put
   * up with among themselves, the prime is the least of it, and OpenSSL picks short ones.
   */
  public List<DhParameters> primes() {
    return audit.dhParameters().stream()
        .filter(prime -> !SuiteClass.ANONYMOUS.has(prime.suite()))
        .toList();
  }

  /** All suites it is known to accept. */
  public List<Choice> accepted() {
    Stream<Choice> first = session.stream().map(s -> new Choice(s.version(), s.suite()));
    Stream<Choice> audited =
        audit.versions().stream()
            .flatMap(v -> v.accepted().stream().map(suite -> new Choice(v.version(), suite)));
    return Stream.concat(audited, first).distinct().toList();
  }

  /** Those of a class. */
  public List<Choice> accepted(SuiteClass kind) {
    return accepted().stream()
        .filter(choice -> kind.concerns(choice.version()) && kind.has(choice.suite()))
        .toList();
  }

  /** Whether it accepts any suite of {@code kind}. */
  public Trait accepts(SuiteClass kind) {
    List<Choice> found = accepted(kind);
    return found.isEmpty()
        ? Arrays.stream(TlsVersion.values())
            .filter(kind::concerns)
            .flatMap(v -> gap(kind, v).stream())
            .findFirst()
            .orElseGet(() -> Trait.no("refused with every version"))
        : Trait.yes(found.getFirst().label());
  }

  /** Whether it agrees to any group that withstands quantum computers. */
  public Trait postQuantum() {
    if (session.flatMap(TlsSession::group).filter(NamedGroup::isPostQuantum).isPresent()) {
      return Trait.yes("the first connection agreed on one");
    }
    List<Trait> asked =
        audit.groups().stream()
            .filter(g -> g.group().isPostQuantum())
            .map(GroupFacts::trait)
            .toList();
    return Stream.of(Support.YES, Support.UNKNOWN, Support.NO)
        .flatMap(s -> asked.stream().filter(t -> t.support() == s))
        .findFirst()
        .map(this::known)
        .orElseGet(() -> withoutQuestion());
  }

  private Trait withoutQuestion() {
    return speaks(TlsVersion.TLS_1_3).isNo()
        ? Trait.no("TLSv1.3 is not spoken")
        : unknown("no such group was offered");
  }

  /** Whether a complete audit left {@code feature} out by its depth. */
  public boolean isBeyondDepth(Feature feature) {
    return audit.completion() instanceof Completion.Complete
        && audit.features().stream().noneMatch(f -> f.feature() == feature);
  }

  private Optional<Trait> gap(SuiteClass kind, TlsVersion version) {
    Trait spoken = speaks(version);
    return switch (spoken.support()) {
      case NO -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              Trait.unknown(
                  "whether %s is spoken is not known: %s"
                      .formatted(version.label(), spoken.detail())));
      case YES ->
          isRefused(kind, version)
              ? Optional.empty()
              : Optional.of(
                  unknown(
                      "not all suites %s were offered with %s"
                          .formatted(kind.label(), version.label())));
    };
  }

  private boolean isRefused(SuiteClass kind, TlsVersion version) {
    Set<Integer> refused =
        audit.version(version).map(VersionFacts::refused).orElse(List.of()).stream()
            .collect(Collectors.toSet());
    return refused.containsAll(Usual.of(kind, version));
  }

  /** Where it was not asked because the audit ended early, the reason says so. */
  private Trait known(Trait trait) {
    return trait.equals(TlsAudit.NOT_ASKED) ? unknown(trait.detail()) : trait;
  }

  private Trait unknown(String why) {
    return Trait.unknown(
        audit.completion() instanceof Completion.Partial(var cause, var missing)
            ? why + " (the audit ended early: " + cause + ")"
            : why);
  }
}
