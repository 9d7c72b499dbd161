package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The suites of a version before TLS 1.2. Servers have one list of suites for all versions: where
 * the answers fit the one that TLS 1.2 showed, it is taken over; where they don't, every suite is
 * asked for.
 *
 * @param riders for a server that speaks nothing newer before TLS 1.3
 */
record LegacyChain(TlsVersion version, Offers offers, List<Rider> riders) implements Question {
  private static final int MANY = 126;

  @Override
  public String subject() {
    return "suites of " + version.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    boolean refused = known.isSettled(version) && !known.version(version).isYes();
    if (known.isEnumerated(version) || refused) {
      return Readiness.MOOT;
    }
    boolean newerKnown =
        Stream.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_0)
            .filter(newer -> newer.compareTo(version) > 0)
            .allMatch(known::isSettled);
    boolean pending =
        known.version(TlsVersion.TLS_1_2).isYes() && !known.isEnumerated(TlsVersion.TLS_1_2);
    return newerKnown && !pending ? Readiness.READY : Readiness.NOT_YET;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    List<Integer> expected = expected(known);
    boolean taken =
        switch (known.preference(TlsVersion.TLS_1_2)) {
          case CLIENT -> !expected.isEmpty() && fitsClient(asker, known, expected);
          case SERVER, SERVER_UNLESS_CHACHA ->
              !expected.isEmpty() && fitsServer(asker, known, expected);
          case SINGLE, UNKNOWN -> false;
        };
    if (taken) {
      takeOver(known, expected);
    } else if (!known.isSettled(version)) {
      new VersionQuestion(version, offers, List.of()).ask(asker, known);
    }
    boolean newest = known.newestClear().filter(version::equals).isPresent();
    SuiteChain chain = new SuiteChain(version, offers, newest ? riders : List.of());
    if (chain.readiness(known) == Readiness.READY) {
      chain.ask(asker, known);
    }
  }

  private List<Integer> expected(Findings known) {
    return known.accepted(TlsVersion.TLS_1_2).stream()
        .filter(code -> CipherSuites.find(code).filter(suite -> suite.isIn(version)).isPresent())
        .toList();
  }

  private List<Integer> others(Findings known, List<Integer> expected) {
    int room = Math.max(MANY, known.tolerated()) - expected.size();
    return SuiteClass.ALL.all(version).stream()
        .filter(code -> !expected.contains(code))
        .limit(Math.max(0, room))
        .toList();
  }

  /** A server that follows the client's order would choose any other suite it had. */
  private boolean fitsClient(Asker asker, Findings known, List<Integer> expected)
      throws EndedException {
    List<Integer> offered =
        Stream.concat(others(known, expected).stream(), expected.stream()).toList();
    return chosen(asker, known, offered).filter(expected.getFirst()::equals).isPresent();
  }

  /** A server with an order of its own keeps it, and refuses all other suites. */
  private boolean fitsServer(Asker asker, Findings known, List<Integer> expected)
      throws EndedException {
    if (chosen(asker, known, expected).filter(expected.getFirst()::equals).isEmpty()) {
      return false;
    }
    HelloOutcome outcome = asker.confirmed(offers.hello(version, others(known, expected)));
    return outcome instanceof HelloOutcome.Alert;
  }

  private Optional<Integer> chosen(Asker asker, Findings known, List<Integer> offered)
      throws EndedException {
    HelloOutcome outcome = asker.ask(offers.hello(version, offered));
    Optional<ServerFlight> flight = Outcomes.accepted(outcome, version);
    if (flight.isEmpty()) {
      new VersionQuestion(version, offers, List.of()).hear(asker, known, outcome);
    }
    flight.ifPresent(accepted -> new Reading(known).of(version, accepted));
    return flight.map(ServerFlight::suite);
  }

  private void takeOver(Findings known, List<Integer> expected) {
    known.versionDetail(
        version, Trait.yes("the server chose it; its answers fit the suites of TLSv1.2"));
    known.enumerated(version, expected);
    known.refused(version, others(known, expected));
    known.preference(
        version, expected.size() == 1 ? Preference.SINGLE : known.preference(TlsVersion.TLS_1_2));
  }
}
