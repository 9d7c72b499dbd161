package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.Preference;
import dev.smtpscope.facts.audit.Trait;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The suites and groups of TLS 1.3, both with each hello: a retry request names one of either.
 *
 * @param firstOffer what the first handshake offered, where the suite that came of it is known
 */
record Tls13Chain(Offers offers, List<Integer> firstOffer) implements Question {
  private static final int ANY_NUMBER = 1_000;

  Tls13Chain {
    firstOffer = List.copyOf(firstOffer);
  }

  @Override
  public String subject() {
    return "suites and groups of " + TlsVersion.TLS_1_3.label();
  }

  @Override
  public Readiness readiness(Findings known) {
    if (!known.isSettled(TlsVersion.TLS_1_3)) {
      return Readiness.NOT_YET;
    }
    boolean open =
        known.version(TlsVersion.TLS_1_3).isYes() && !known.isEnumerated(TlsVersion.TLS_1_3);
    return open ? Readiness.READY : Readiness.MOOT;
  }

  @Override
  public void ask(Asker asker, Findings known) throws EndedException {
    Walk walk = new Walk(asker, known, suites(known), groups(known));
    try {
      while (walk.isOpen()) {
        walk.step();
      }
    } finally {
      known.refused(TlsVersion.TLS_1_3, walk.suites.refused());
      walk.groups.refused().forEach(code -> refused(known, code));
    }
    known.preference(
        TlsVersion.TLS_1_3,
        new ChachaTrial(TlsVersion.TLS_1_3, codes -> offers.retry(codes, Offers.GROUPS))
            .settle(asker, walk.suites.preference(), walk.suites.accepted()));
    known.groupPreference(walk.groupPreference());
    known.enumerated(TlsVersion.TLS_1_3, walk.suites.accepted());
  }

  private static void refused(Findings known, int code) {
    known.group(TlsVersion.TLS_1_3, Groups.named(code), Trait.no("the server did not choose it"));
  }

  /** The unlikely first: a server that follows the client's order then refuses them all at once. */
  private Enumeration suites(Findings known) {
    List<Integer> rare =
        SuiteClass.ALL.all(TlsVersion.TLS_1_3).stream()
            .filter(code -> !firstOffer.contains(code))
            .toList();
    Enumeration suites =
        new Enumeration(Stream.concat(rare.stream(), firstOffer.reversed().stream()).toList());
    List<Integer> accepted = known.accepted(TlsVersion.TLS_1_3);
    if (!accepted.isEmpty() && firstOffer.contains(accepted.getFirst())) {
      suites.chosen(firstOffer, accepted.getFirst());
    }
    return suites;
  }

  private static Enumeration groups(Findings known) {
    List<Integer> accepted = known.groups(TlsVersion.TLS_1_3);
    return new Enumeration(
        Stream.concat(Offers.POST_QUANTUM.stream(), Offers.GROUPS.stream())
            .filter(code -> !accepted.contains(code))
            .toList());
  }

  private final class Walk {
    private final Asker asker;
    private final Findings known;
    private final Enumeration suites;
    private final Enumeration groups;

    Walk(Asker asker, Findings known, Enumeration suites, Enumeration groups) {
      this.asker = asker;
      this.known = known;
      this.suites = suites;
      this.groups = groups;
    }

    boolean isOpen() {
      return !suites.isOver() || !groups.isOver();
    }

    /** The group of the first handshake is one to choose from, too. */
    Preference groupPreference() throws EndedException {
      List<Integer> all = known.groups(TlsVersion.TLS_1_3);
      Preference seen = all.size() == 1 ? Preference.SINGLE : groups.preference();
      if (all.size() < 2 || seen != Preference.SINGLE) {
        return seen;
      }
      OptionalInt first = chosen(all);
      OptionalInt then = chosen(all.reversed());
      if (first.isEmpty() || then.isEmpty()) {
        return Preference.UNKNOWN;
      }
      return first.equals(then) ? Preference.SERVER : Preference.CLIENT;
    }

    private OptionalInt chosen(List<Integer> wanted) throws EndedException {
      HelloOutcome outcome = asker.ask(offers.retry(suites.accepted(), wanted));
      return Outcomes.accepted(outcome, TlsVersion.TLS_1_3)
          .map(flight -> flight.hello().group())
          .orElse(OptionalInt.empty());
    }

    void step() throws EndedException {
      List<Integer> offered = suites.isOver() ? suites.accepted() : suites.offer(ANY_NUMBER);
      List<Integer> wanted =
          groups.isOver() ? known.groups(TlsVersion.TLS_1_3) : groups.offer(ANY_NUMBER);
      HelloOutcome outcome = asker.confirmed(offers.retry(offered, wanted));
      var flight = Outcomes.accepted(outcome, TlsVersion.TLS_1_3);
      if (flight.isPresent()) {
        accepted(flight.get(), offered, wanted);
      } else if (suites.isOver()) {
        settle(groups, wanted, outcome);
      } else if (groups.isOver()) {
        settle(suites, offered, outcome);
      } else {
        whichOne(offered, wanted);
      }
    }

    /** Either no suite or no group pleased: with groups that please it is known which. */
    private void whichOne(List<Integer> offered, List<Integer> wanted) throws EndedException {
      List<Integer> pleasing = new ArrayList<>(known.groups(TlsVersion.TLS_1_3));
      HelloOutcome outcome = asker.confirmed(offers.retry(offered, pleasing));
      var flight = Outcomes.accepted(outcome, TlsVersion.TLS_1_3);
      if (flight.isPresent()) {
        groups.refused(wanted);
        accepted(flight.get(), offered, List.of());
      } else {
        settle(suites, offered, outcome);
      }
    }

    private void accepted(ServerFlight flight, List<Integer> offered, List<Integer> wanted) {
      new Reading(known).of(TlsVersion.TLS_1_3, flight);
      if (!suites.isOver()) {
        progress(suites, offered, OptionalInt.of(flight.suite()));
      }
      if (!groups.isOver() && !wanted.isEmpty()) {
        progress(groups, wanted, flight.hello().group());
      }
    }

    private void progress(Enumeration of, List<Integer> offered, OptionalInt chosen) {
      if (chosen.isPresent() && offered.contains(chosen.getAsInt())) {
        of.chosen(offered, chosen.getAsInt());
      } else {
        of.giveUp(offered);
      }
    }

    private void settle(Enumeration of, List<Integer> offered, HelloOutcome outcome) {
      if (outcome instanceof HelloOutcome.Alert || Outcomes.isHangUp(outcome)) {
        of.refused(offered);
      } else {
        of.giveUp(offered);
      }
    }
  }
}
