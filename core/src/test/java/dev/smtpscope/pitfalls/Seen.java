package dev.smtpscope.pitfalls;

import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.TranscriptLine;
import dev.smtpscope.judge.CheckResult;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Ruleset;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.report.Report;
import dev.smtpscope.report.Summary;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.Scanner;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.target.TlsMode;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.LegacyTls;
import dev.smtpscope.testkit.Personality;
import dev.smtpscope.testkit.Script;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A report on a scripted server, come about as it does for a user. */
record Seen(Report report) {
  static final String HOST = "mail.example.org";

  @SuppressWarnings("TimeInStaticInitializer") // its certificates are valid for this run
  static final TestCa CA = TestCa.at(Instant.now());

  static final Ruleset RULES =
      Ruleset.standard(TrustAnchors.of("test root", List.of(CA.root().certificate())));

  /** Long enough for an honest server. */
  static final Budget PATIENT = budget(Duration.ofSeconds(20));

  /** For a server that stays silent. */
  static final Budget SHORT = budget(Duration.ofMillis(700));

  static {
    LegacyTls.allow();
  }

  private static Budget budget(Duration each) {
    return new Budget(Duration.ofSeconds(30), each, each, each, each, Duration.ofSeconds(20));
  }

  static ServerTls tls() {
    return tls(CA.chain(HOST));
  }

  static ServerTls tls(Chain chain) {
    return ServerTls.of(chain);
  }

  /** A well-kept relay. */
  static Behaviour postfix() {
    return Behaviours.postfix(HOST).tls(tls());
  }

  /** A well-kept server for users, STARTTLS. */
  static Behaviour submissionServer() {
    return Behaviours.submission(HOST).tls(tls());
  }

  /** A relay that misbehaves. */
  static Seen faulty(Fault... faults) {
    return relay(postfix().faults(faults));
  }

  /** A relay that stops talking. */
  static Seen stalling(Fault... faults) {
    return of(Role.MX, TlsMode.STARTTLS, SHORT, postfix().faults(faults));
  }

  /** A relay that resets the connection once it stands. */
  static Seen resetting() {
    return relay(Script.of("WAIT 200\nRESET\n"));
  }

  static Seen relay(Personality server) {
    return of(Role.MX, TlsMode.STARTTLS, PATIENT, server);
  }

  static Seen submission(Personality server) {
    return of(Role.SUBMISSION, TlsMode.STARTTLS, PATIENT, server);
  }

  static Seen submissions(Personality server) {
    return of(Role.SUBMISSIONS, TlsMode.IMPLICIT, PATIENT, server);
  }

  static Seen of(Role role, TlsMode tls, Budget budget, Personality server) {
    try (ScriptedSmtpServer running = ScriptedSmtpServer.start(server)) {
      Service service = new Service(running.port(), role, tls);
      return of(named(service), budget, running.address());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Target named(Service... services) {
    return Target.host(HOST, new Host.Name(new HostName(HOST)), List.of(services));
  }

  /** The report on these services at each of these addresses. */
  static Seen of(Target target, Budget budget, InetAddress... addresses) {
    ScanOptions options = ScanOptions.STANDARD.but().budget(budget).build();
    Lookup found = new Lookup.Found(List.of(addresses), Duration.ZERO);
    Scanner scanner = new Scanner(options, (name, limit) -> found);
    return new Seen(Report.of(scanner.scan(target, ScanListener.NONE), RULES));
  }

  /** The same facts under other rules. */
  Seen judgedBy(Ruleset rules) {
    return new Seen(Report.of(report.facts(), rules));
  }

  /** What was observed at the only endpoint. */
  EndpointFacts facts() {
    return report.facts().endpoints().getFirst();
  }

  /** The state of the only endpoint, in words. */
  String sentence() {
    return Summary.of(report).endpoints().getFirst().sentence();
  }

  /** The findings at or above notice, as severity and id, sorted. */
  List<String> findings() {
    return all().stream().filter(line -> !line.startsWith("info ")).toList();
  }

  /** All findings, as severity and id, sorted. */
  List<String> all() {
    return report.verdicts().findings().stream()
        .map(f -> f.severity().id() + " " + f.id())
        .sorted()
        .toList();
  }

  /** The finding of that id. */
  Finding finding(String id) {
    return report.verdicts().findings().stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " in " + all()));
  }

  /** How a check ended. */
  Judgement judgement(String checkId) {
    return report.verdicts().results().stream()
        .filter(r -> r.checkId().equals(checkId))
        .map(CheckResult::judgement)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no check " + checkId));
  }

  /** The checks that could not be answered. */
  Set<String> unanswered() {
    return ids(Judgement.Inconclusive.class);
  }

  /** The checks that passed. */
  Set<String> passed() {
    return ids(Judgement.Pass.class);
  }

  private Set<String> ids(Class<? extends Judgement> kind) {
    Set<String> ids = new TreeSet<>();
    report.verdicts().results().stream()
        .filter(r -> kind.isInstance(r.judgement()))
        .forEach(r -> ids.add(r.checkId()));
    return ids;
  }

  /** What we said, in order; an asterisk marks what was said inside TLS. */
  List<String> said() {
    return facts().transcript().stream()
        .filter(line -> line.direction() == TranscriptLine.Direction.CLIENT)
        .map(line -> (line.inTls() ? "*" : "") + line.text())
        .toList();
  }

  /** The severity of the finding of that id. */
  Severity severity(String id) {
    return finding(id).severity();
  }
}
