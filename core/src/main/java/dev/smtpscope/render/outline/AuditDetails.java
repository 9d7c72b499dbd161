package dev.smtpscope.render.outline;

import dev.smtpscope.facts.CipherSuite;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.GroupFacts;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.facts.audit.VersionFacts;
import dev.smtpscope.judge.AuditInsight;
import dev.smtpscope.judge.audit.Grade;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.audit.SuiteClass;
import dev.smtpscope.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a TLS audit found, table by table. */
public final class AuditDetails {
  private final Offering offering;
  private final TlsAudit audit;
  private final Optional<AuditInsight> insight;
  private final Instant at;

  private AuditDetails(Offering offering, Optional<AuditInsight> insight, Instant at) {
    this.offering = offering;
    this.audit = offering.audit();
    this.insight = insight;
    this.at = at;
  }

  /**
   * Them all in one section; empty where there was no audit.
   *
   * @param at when it was
   */
  static Optional<Block> section(
      EndpointFacts endpoint, Optional<AuditInsight> insight, Instant at) {
    return Offering.of(endpoint)
        .map(offering -> {
          AuditDetails details = new AuditDetails(offering, insight, at);
          List<Block> body = new ArrayList<>(List.of(new Block.Pairs(details.summary())));
          body.addAll(details.tables());
          return new Block.Section("TLS audit", body);
        });
  }

  /** The short of it, field by field. */
  public static List<Block.Pair> summary(
      Offering offering, Optional<AuditInsight> insight, Instant at) {
    return new AuditDetails(offering, insight, at).summary();
  }

  /** The long of it: sections with one table each. */
  public static List<Block.Section> tables(
      Offering offering, Optional<AuditInsight> insight, Instant at) {
    return new AuditDetails(offering, insight, at).tables();
  }

  private List<Block.Section> tables() {
    List<Block.Section> sections = new ArrayList<>();
    add(sections, "Versions", List.of("Version", "Spoken", "Order", "Seen"), versions());
    add(sections, "Cipher suites", List.of("Version", "Suite", "Remark"), suites());
    add(sections, "Groups", List.of("Version", "Group", "Seen"), groups());
    add(sections, "Signature schemes", List.of("Version", "Scheme", "Seen"), signatures());
    add(sections, "Diffie-Hellman", List.of("Bits", "Suite", "Prime"), primes());
    add(sections, "Other certificates", List.of("Asked for", "Answered", "Came"), chains());
    add(sections, "Features", List.of("Feature", "Has it", "Seen"), features());
    add(sections, "Tests as of an attacker", List.of("Test", "Open", "Seen"), activeTests());
    add(sections, "Attacks with a name", List.of("Attack", "Open", "By"), attacks());
    insight.ifPresent(i -> sections.addAll(GuidelineTables.of(i.guidelines())));
    return sections;
  }

  private static void add(
      List<Block.Section> sections, String title, List<String> columns, Stream<Block.Row> rows) {
    List<Block.Row> all = rows.toList();
    if (!all.isEmpty()) {
      sections.add(new Block.Section(title, List.of(new Block.Table(columns, all))));
    }
  }

  private List<Block.Pair> summary() {
    List<Block.Pair> pairs = new ArrayList<>();
    pairs.add(new Block.Pair("Effort", AuditLines.effort(audit)));
    pairs.add(new Block.Pair("Found", AuditLines.found(offering, insight)));
    if (audit.completion() instanceof Completion.Partial(var why, var missing)) {
      pairs.add(new Block.Pair("Ended early", why));
      pairs.add(new Block.Pair("Not asked", String.join(", ", missing)));
    }
    insight.map(AuditInsight::grade).map(AuditDetails::grade).ifPresent(pairs::add);
    audit
        .ticketLifetime()
        .ifPresent(life -> pairs.add(new Block.Pair("Ticket for", Words.duration(life))));
    if (audit.groupPreference() != Preference.UNKNOWN) {
      pairs.add(new Block.Pair("Group order", order(audit.groupPreference())));
    }
    return pairs;
  }

  private static Block.Pair grade(Grade grade) {
    String caps =
        grade.caps().isEmpty()
            ? ""
            : ": " + Words.list(grade.caps().stream().map(Grade.Cap::reason).toList());
    return new Block.Pair(
        "Grade",
        grade
            .letter()
            .map(letter -> letter + caps)
            .orElseGet(() -> "none, for this is not known: " + grade.missing().getFirst()));
  }

  private Stream<Block.Row> versions() {
    return Arrays.stream(TlsVersion.values())
        .sorted((a, b) -> b.compareTo(a))
        .map(version -> {
          Trait spoken = offering.speaks(version);
          Preference order =
              audit.version(version).map(VersionFacts::preference).orElse(Preference.UNKNOWN);
          return row(
              AuditMarks.version(version, spoken),
              version.label(),
              yesNo(spoken),
              spoken.isYes() ? order(order) : "",
              spoken.detail());
        });
  }

  private Stream<Block.Row> suites() {
    return offering.accepted().stream()
        .sorted((a, b) -> b.version().compareTo(a.version()))
        .map(choice ->
            row(
                AuditMarks.suite(choice.suite()),
                choice.version().label(),
                choice.suite().name(),
                remark(choice.suite())));
  }

  private static String remark(CipherSuite suite) {
    List<String> kinds =
        Arrays.stream(SuiteClass.values())
            .filter(kind -> kind.has(suite))
            .map(SuiteClass::label)
            .toList();
    return kinds.isEmpty() ? "nothing against it" : Words.list(kinds);
  }

  private Stream<Block.Row> groups() {
    Stream<Block.Row> agreed =
        audit.groups().stream()
            .filter(g -> !g.trait().isNo())
            .map(g -> {
              String name = g.group().name() + (g.group().isPostQuantum() ? " (post-quantum)" : "");
              return row(mark(g.trait()), g.version().label(), name, g.trait().detail());
            });
    return Stream.concat(agreed, refused(audit.groups()));
  }

  private static Stream<Block.Row> refused(List<GroupFacts> groups) {
    long refused = groups.stream().filter(g -> g.trait().isNo()).count();
    return refused == 0
        ? Stream.of()
        : Stream.of(row(Mark.NONE, "", "others", Words.count(refused, "group") + " refused"));
  }

  private Stream<Block.Row> signatures() {
    return audit.signatures().stream()
        .filter(s -> !s.trait().isNo())
        .map(s -> row(mark(s.trait()), s.version().label(), s.scheme().name(), s.trait().detail()));
  }

  private Stream<Block.Row> primes() {
    return audit.dhParameters().stream()
        .map(p ->
            row(
                AuditMarks.prime(p),
                Integer.toString(p.bits()),
                p.suite().name(),
                p.name().orElse("of the server's own")));
  }

  private Stream<Block.Row> chains() {
    return audit.chains().stream()
        .map(chain ->
            row(
                mark(chain.trait()),
                AuditMarks.asked(chain.asked()),
                yesNo(chain.trait()),
                chain.certificates().stream()
                    .findFirst()
                    .flatMap(c -> c.details())
                    .map(d ->
                        d.subject()
                            + ", "
                            + CertificatePairs.key(d.key())
                            + ", "
                            + CertificatePairs.left(d, at))
                    .orElse(chain.trait().detail())));
  }

  private Stream<Block.Row> features() {
    return audit.features().stream()
        .map(f ->
            row(
                AuditMarks.feature(f.feature(), f.trait()),
                f.feature().label(),
                yesNo(f.trait()),
                f.trait().detail()));
  }

  private Stream<Block.Row> activeTests() {
    return audit.activeTests().stream()
        .map(t -> row(open(t.trait()), t.test().label(), yesNo(t.trait()), t.trait().detail()));
  }

  private Stream<Block.Row> attacks() {
    return insight.stream()
        .flatMap(i -> i.attacks().stream())
        .map(o -> row(open(o.trait()), o.attack().label(), yesNo(o.trait()), o.trait().detail()));
  }

  private static Mark open(Trait trait) {
    return switch (trait.support()) {
      case YES -> Mark.WARNING;
      case NO -> Mark.GOOD;
      case UNKNOWN -> Mark.OPEN;
    };
  }

  private static Mark mark(Trait trait) {
    return switch (trait.support()) {
      case YES, NO -> Mark.NONE;
      case UNKNOWN -> Mark.OPEN;
    };
  }

  private static String yesNo(Trait trait) {
    return switch (trait.support()) {
      case YES -> "yes";
      case NO -> "no";
      case UNKNOWN -> "not known";
    };
  }

  private static String order(Preference preference) {
    return switch (preference) {
      case SERVER -> "the server's";
      case CLIENT -> "the client's";
      case SERVER_UNLESS_CHACHA -> "the server's, ChaCha20 first where the client has it first";
      case SINGLE -> "only one suite";
      case UNKNOWN -> "not known";
    };
  }

  private static Block.Row row(Mark mark, String... cells) {
    return new Block.Row(mark, List.of(cells));
  }
}
