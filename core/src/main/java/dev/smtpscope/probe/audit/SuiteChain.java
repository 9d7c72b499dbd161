package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.ClientHello;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.CipherSuites;
import java.util.List;
import java.util.Optional;

/**
 * Every suite that the server accepts in one version before TLS 1.3. Each hello may carry a {@link
 * Rider}, so that other questions cost no connection of their own.
 */
final class SuiteChain implements Question {
  private static final int MANY = 126;
  private static final int FEW = 32;
  private static final int MOST_ALONE = 64;
  private static final int DECODE_ERROR = 50;
  private static final int ILLEGAL_PARAMETER = 47;

  private final TlsVersion version;
  private final Offers offers;
  private final List<Rider> riders;

  SuiteChain(TlsVersion version, Offers offers, List<Rider> riders) {
    this.version = version;
    this.offers = offers;
    this.riders = List.copyOf(riders);
  }

  @Override
  public String subject() {
    return "suites of " + version.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (known.isEnumerated(version)) {
      return Readiness.MOOT;
    }
    if (!known.isSettled(version)) {
      return version == TlsVersion.TLS_1_2 ? Readiness.READY : Readiness.NOT_YET;
    }
    return known.version(version).isYes() ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    Enumeration suites = new Enumeration(SuiteClass.ALL.all(version));
    Walk walk = new Walk(asker, known, suites);
    try {
      walk.run();
    } finally {
      suites.accepted().forEach(suite -> known.accepted(version, suite));
      known.refused(version, suites.refused());
    }
    if (!known.version(version).isYes()) {
      return;
    }
    known.preference(
        version,
        new ChachaTrial(version, codes -> offers.hello(version, codes))
            .settle(asker, suites.preference(), suites.accepted()));
    known.enumerated(version, inOrder(suites));
    settleChains(known, suites);
    walk.rideAlone();
  }

  /** With the client's order in force, the order of our asking means nothing; the best go first. */
  private List<Integer> inOrder(Enumeration suites) {
    List<Integer> accepted = suites.accepted();
    return suites.preference() == Preference.CLIENT
        ? SuiteClass.ALL.all(version).stream().filter(accepted::contains).toList()
        : accepted;
  }

  private void settleChains(Findings known, Enumeration suites) {
    for (Asked asked : List.of(Asked.ECDSA, Asked.RSA)) {
      boolean none =
          suites.accepted().stream()
              .flatMap(code -> CipherSuites.find(code).stream())
              .flatMap(suite -> ServedChains.asked(suite.authentication()).stream())
              .noneMatch(asked::equals);
      if (none && !known.knows(asked) && version == TlsVersion.TLS_1_2) {
        known.chain(
            ServedChains.none(asked, Trait.no("the server accepts no suite with " + asked)));
      }
    }
  }

  /** One walk through all suites. */
  private final class Walk {
    private final Asker asker;
    private final Findings known;
    private final Enumeration suites;
    private int most = MANY;
    private boolean riding = true;

    Walk(Asker asker, Findings known, Enumeration suites) {
      this.asker = asker;
      this.known = known;
      this.suites = suites;
    }

    void run() throws EndedException {
      while (!suites.isOver()) {
        List<Integer> offered = suites.offer(most);
        ClientHello hello = offers.hello(version, offered);
        if (!rides(hello, offered)) {
          plain(hello, offered);
        }
      }
    }

    /** Whether the hello has been answered, by a suite that can be counted or without a rider. */
    private boolean rides(ClientHello hello, List<Integer> offered) throws EndedException {
      Optional<Rider> rider = next();
      if (rider.isEmpty() || !riding || suites.accepted().size() < 2) {
        return false;
      }
      HelloOutcome outcome = asker.ask(rider.get().on(hello, known));
      Optional<ServerFlight> flight = Outcomes.accepted(outcome, version);
      if (flight.isEmpty()) {
        turnedAway(rider.get(), outcome, hello, offered);
        return true;
      }
      boolean counts = rider.get().hear(outcome, flight, known);
      most = Math.max(most, known.tolerated());
      if (counts && flight.filter(f -> offered.contains(f.suite())).isPresent()) {
        new Reading(known).ofAnyName(version, flight.get());
        suites.chosen(rider.get().isNeutral() ? offered : List.of(), flight.get().suite());
      }
      return counts;
    }

    /** A refusal tells of the rider only where the same hello without it is accepted. */
    private void turnedAway(
        Rider rider, HelloOutcome outcome, ClientHello hello, List<Integer> offered)
        throws EndedException {
      HelloOutcome without = asker.ask(hello);
      riding = Outcomes.accepted(without, version).isPresent();
      if (riding) {
        rider.hear(outcome, Optional.empty(), known);
      }
      heard(without, hello, offered);
    }

    private Optional<Rider> next() {
      return riders.stream().filter(r -> !r.isDone(known) && !r.isWaiting()).findFirst();
    }

    /** Gives riders that are left hellos of their own. */
    void rideAlone() throws EndedException {
      for (Rider rider : riders) {
        List<Integer> suiting =
            suites.accepted().stream()
                .filter(code -> CipherSuites.find(code).filter(rider::suits).isPresent())
                .limit(MANY)
                .toList();
        if (!suiting.isEmpty()) {
          rideAlone(rider, offers.hello(version, suiting));
        }
      }
    }

    private void rideAlone(Rider rider, ClientHello hello) throws EndedException {
      for (int i = 0; i < MOST_ALONE && !rider.isDone(known); i++) {
        HelloOutcome outcome = asker.ask(rider.on(hello, known));
        rider.hear(outcome, Outcomes.accepted(outcome, version), known);
      }
      if (rider.awaitsPlain()) {
        Outcomes.accepted(asker.ask(hello), version)
            .ifPresent(flight -> rider.heardPlain(flight, known));
      }
    }

    private void plain(ClientHello hello, List<Integer> offered) throws EndedException {
      heard(asker.ask(hello), hello, offered);
    }

    private void heard(HelloOutcome outcome, ClientHello hello, List<Integer> offered)
        throws EndedException {
      if (!known.isSettled(version) && !(outcome instanceof HelloOutcome.Accepted)) {
        new VersionQuestion(version, offers, List.of()).hear(asker, known, outcome);
      }
      if (known.isSettled(version) && !known.version(version).isYes()) {
        suites.giveUp(SuiteClass.ALL.all(version));
        return;
      }
      Optional<ServerFlight> flight = Outcomes.accepted(outcome, version);
      if (flight.isEmpty() && outcome instanceof HelloOutcome.Accepted(ServerFlight other)) {
        new VersionQuestion(version, offers, List.of()).chosen(known, other);
        suites.giveUp(offered);
      } else if (flight.isPresent() && offered.contains(flight.get().suite())) {
        new Reading(known).of(version, flight.get());
        known.tolerates(offered.size());
        riders.forEach(rider -> rider.heardPlain(flight.get(), known));
        suites.chosen(offered, flight.get().suite());
      } else if (isTooMuch(outcome, offered)) {
        most = Math.max(FEW, most / 2);
      } else {
        refused(hello, offered, outcome);
      }
    }

    /** A large hello may break a server that would bear a small one. */
    private boolean isTooMuch(HelloOutcome outcome, List<Integer> offered) {
      boolean broke =
          !Outcomes.isClear(outcome)
              || Outcomes.isAlert(outcome, DECODE_ERROR)
              || Outcomes.isAlert(outcome, ILLEGAL_PARAMETER);
      return broke && offered.size() > FEW && offered.size() > known.tolerated();
    }

    private void refused(ClientHello hello, List<Integer> offered, HelloOutcome outcome)
        throws EndedException {
      HelloOutcome settled = Outcomes.isClear(outcome) ? outcome : asker.ask(hello);
      if (settled instanceof HelloOutcome.Alert || Outcomes.isHangUp(settled)) {
        suites.refused(offered);
      } else if (Outcomes.accepted(settled, version).isEmpty()) {
        suites.giveUp(offered);
      }
    }
  }
}
