package dev.smtpscope.judge.checks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.fixture.Scene;
import dev.smtpscope.fixture.Scenes;
import dev.smtpscope.judge.Asked;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Severity;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private static final DialOutcome REFUSED = new DialOutcome.Refused();
  private static final DialOutcome TIMED_OUT = new DialOutcome.TimedOut(Duration.ofSeconds(10));
  private static final DialOutcome NO_WAY = new DialOutcome.Unreachable("network unreachable");
  private static final DialOutcome NOT_TRIED = new DialOutcome.NotAttempted("out of time");

  private final Check host = new HostUnreachable();
  private final Check address = new AddressUnreachable();
  private final Check port = new PortClosed();

  @Test
  void oneOpenPortMakesAHostReachable() {
    Asked.passes(host, Scene.on(25).dial(TIMED_OUT), Scene.on(465).dial(REFUSED), Scene.on(587));
  }

  @Test
  void aHostWithAllPortsClosedIsUnreachable() {
    Finding finding =
        Asked.finding(host, Scene.on(25).dial(REFUSED), Scene.on(465).dial(TIMED_OUT));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.evidence())
        .containsExactly(
            "192.0.2.1:25 refused the connection", "192.0.2.1:465 did not answer within 10 s");
    assertThat(finding.why()).doesNotContain("clouds");
  }

  @Test
  void port25TimingOutMayBeOurOwnNetwork() {
    assertThat(Asked.finding(host, Scene.on(25).dial(TIMED_OUT)).why()).contains("most clouds");
    assertThat(Asked.finding(host, Scene.on(25).dial(TIMED_OUT), Scene.on(465).dial(REFUSED)).why())
        .contains("most clouds");
  }

  @Test
  void anUnknownNameIsUnreachableAndAFailedLookupIsNot() {
    Facts unknown = Scenes.facts(new Lookup.NotFound("NXDOMAIN", Duration.ZERO));
    Facts failed = Scenes.facts(new Lookup.Failed("SERVFAIL", Duration.ZERO));

    assertThat(Asked.findings(Asked.of(host, unknown)).getFirst().title())
        .isEqualTo("the name mail.example.org has no address");
    assertThat(Asked.of(host, failed))
        .isEqualTo(new Judgement.Inconclusive("the name could not be looked up: SERVFAIL"));
  }

  @Test
  void whatWasNotTriedIsUnknown() {
    Asked.isInconclusive(host, Scene.on(25).dial(NOT_TRIED), Scene.on(587).dial(NOT_TRIED));
    Asked.isInconclusive(host, Scene.on(25).at("2001:db8::1").dial(NO_WAY));
    Asked.isInconclusive(port, Scene.on(2525).dial(NOT_TRIED));
  }

  @Test
  void aDeafAddressIsFoundWhereAnotherAnswersOnThatPort() {
    Scene[] scenes = {
      Scene.on(25),
      Scene.on(587).dial(REFUSED),
      Scene.on(25).at("2001:db8::1").dial(TIMED_OUT),
      Scene.on(587).at("2001:db8::1").dial(REFUSED)
    };
    Finding finding = Asked.finding(address, scenes);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.title())
        .isEqualTo("2001:db8::1 can't be reached on port 25, though another address can");
    assertThat(finding.evidence()).containsExactly("[2001:db8::1]:25 did not answer within 10 s");
  }

  @Test
  void ourOwnLackOfIpv6IsNoFinding() {
    Asked.isInconclusive(address, Scene.on(25), Scene.on(25).at("2001:db8::1").dial(NO_WAY));
  }

  @Test
  void addressesThatAllAnswerPass() {
    Asked.passes(address, Scene.on(25), Scene.on(25).at("2001:db8::1"));
    Asked.isNotApplicable(address, Scene.on(25), Scene.on(587));
    Asked.isInconclusive(
        address, Scene.on(25).dial(REFUSED), Scene.on(25).at("192.0.2.2").dial(REFUSED));
  }

  @Test
  void theUsualPortsMayBeClosed() {
    Asked.isNotApplicable(port, Scene.on(465).dial(REFUSED), Scene.on(25));
    Asked.isNotApplicable(port, Scene.on(25).dial(TIMED_OUT), Scene.on(587));
  }

  @Test
  void aPortThatWasAskedForIsNoticedWhenClosed() {
    assertThat(Asked.finding(port, Scene.on(2525).dial(REFUSED), Scene.on(25)).severity())
        .isEqualTo(Severity.NOTICE);
    Asked.passes(port, Scene.on(2525));
    Asked.isNotApplicable(port, Scene.on(2525).dial(REFUSED), Scene.on(2526).dial(REFUSED));
    Asked.isNotApplicable(port, Scene.on(2525).dial(REFUSED), Scene.on(2525).at("192.0.2.2"));
  }
}
