package dev.smtpscope.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.pace.FakeTime;
import dev.smtpscope.bulk.pace.Lateness;
import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.DomainRecords;
import dev.smtpscope.facts.NameRecords;
import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsFailure;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnsQuestion;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.facts.dns.Dnssec;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.probe.Deadline;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which answers are asked for again, with a resolver that answers others all the time. */
class AttentionTest {
  private static final Duration LATE = Duration.ofMillis(250);
  private static final Duration HARDLY = Duration.ofMillis(249);
  private static final DnsQuestion QUESTION =
      new DnsQuestion(new DnsName("example.org"), RecordType.MX);
  private static final DnsOutcome TIMEOUT = new DnsOutcome.Failed(DnsFailure.TIMEOUT, "silence");
  private static final PolicyFetch SILENT =
      new PolicyFetch.NotConnected(
          InetAddress.ofLiteral("192.0.2.1"),
          new DialOutcome.TimedOut(Duration.ofSeconds(5)),
          Duration.ofSeconds(5));

  private final FakeTime time = new FakeTime();
  private final Lateness lateness = new Lateness(time);

  private static DnsAnswer answer(DnsOutcome outcome, DnssecStatus status) {
    return answer(outcome, status, Duration.ofSeconds(10));
  }

  private static DnsAnswer answer(DnsOutcome outcome, DnssecStatus status, Duration elapsed) {
    return new DnsAnswer(
        QUESTION,
        List.of(),
        outcome,
        new Dnssec(status, "", new Validation.Local()),
        new DnsServer.Plain(InetAddress.ofLiteral("192.0.2.53"), 53),
        elapsed);
  }

  private static NameRecords records(PolicyFetch policy) {
    DnsAnswer none = answer(new DnsOutcome.NoData(), DnssecStatus.SECURE);
    DomainRecords domain = new DomainRecords(none, policy, none, none, none, List.of());
    return new NameRecords(List.of(), List.of(), List.of(), Optional.of(domain));
  }

  private boolean isDoubtful(DnsAnswer answer, PolicyFetch policy, Duration late)
      throws InterruptedException {
    Attention attention = new Attention((_, _) -> answer, lateness);
    assertThat(attention.ask(QUESTION, Deadline.after(Duration.ofSeconds(1)))).isEqualTo(answer);
    time.oversleep(late);
    lateness.beat(Duration.ofMillis(20));
    assertThat(attention.ask(QUESTION, Deadline.after(Duration.ofSeconds(1)))).isEqualTo(answer);
    return attention.isDoubtful(records(policy));
  }

  private boolean isDoubtful(DnsOutcome outcome, DnssecStatus status, Duration late)
      throws InterruptedException {
    return isDoubtful(answer(outcome, status), new PolicyFetch.NotTried("no record"), late);
  }

  @Test
  void silenceWhileWeWereLateIsDoubtful() throws Exception {
    assertThat(isDoubtful(TIMEOUT, DnssecStatus.INDETERMINATE, LATE)).isTrue();
    assertThat(isDoubtful(new DnsOutcome.NoData(), DnssecStatus.INDETERMINATE, LATE)).isTrue();
  }

  @Test
  void silenceWhileWeWereInTimeIsTheirs() throws Exception {
    assertThat(isDoubtful(TIMEOUT, DnssecStatus.INDETERMINATE, HARDLY)).isFalse();
    assertThat(isDoubtful(new DnsOutcome.NoData(), DnssecStatus.INDETERMINATE, HARDLY)).isFalse();
  }

  @Test
  void whatCameSoonAndProvesNothingIsNotDoubted() throws Exception {
    DnsAnswer unsigned =
        answer(new DnsOutcome.NoData(), DnssecStatus.INDETERMINATE, Duration.ofMillis(999));
    PolicyFetch none = new PolicyFetch.NotTried("no record");
    assertThat(isDoubtful(unsigned, none, LATE)).isFalse();
  }

  @Test
  void whatWasSaidIsNotDoubtedHoweverLateWeWere() throws Exception {
    DnsOutcome refused = new DnsOutcome.Failed(DnsFailure.REFUSED, "no");
    assertThat(isDoubtful(refused, DnssecStatus.SECURE, LATE)).isFalse();
    assertThat(isDoubtful(new DnsOutcome.NoSuchName(), DnssecStatus.SECURE, LATE)).isFalse();
  }

  @Test
  void anAnswerWhoseProofWasCutShortIsDoubtful() {
    DnsAnswer unproven = answer(new DnsOutcome.NoData(), DnssecStatus.INDETERMINATE);
    PolicyFetch none = new PolicyFetch.NotTried("no record");
    Attention spent = new Attention((_, _) -> unproven, lateness);
    spent.ask(QUESTION, Deadline.after(Duration.ZERO));
    assertThat(spent.isDoubtful(records(none))).isTrue();
    Attention proven =
        new Attention((_, _) -> answer(new DnsOutcome.NoData(), DnssecStatus.SECURE), lateness);
    proven.ask(QUESTION, Deadline.after(Duration.ZERO));
    assertThat(proven.isDoubtful(records(none))).isFalse();
  }

  @Test
  void aPolicyThatDidNotComeWhileWeWereLateIsDoubtful() throws Exception {
    DnsAnswer there = answer(new DnsOutcome.NoData(), DnssecStatus.SECURE);
    assertThat(isDoubtful(there, SILENT, LATE)).isTrue();
    assertThat(isDoubtful(there, SILENT, HARDLY)).isFalse();
  }
}
