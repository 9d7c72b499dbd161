package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.judge.software.Software.Certainty;
import dev.smtpscope.judge.software.SoftwareDetector;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real servers are told by what they say, and by their manners when the greeting says nothing. */
class DetectionTest {
  @ParameterizedTest
  @EnumSource(
      names = {"POSTFIX_GOOD", "POSTFIX_NO_TLS", "EXIM_GOOD", "EXIM_NO_TLS", "OPENSMTPD_NO_TLS"})
  void isTold(Scenario scenario) {
    for (Listener listener : RealServers.running(scenario).listeners()) {
      EndpointFacts facts = observed(scenario, listener);
      var stated = SoftwareDetector.detect(facts).orElseThrow();
      var likely = SoftwareDetector.detect(withoutBanner(facts)).orElseThrow();

      assertThat(stated.product().name()).isEqualTo(scenario.software().name());
      assertThat(stated.certainty()).isEqualTo(Certainty.STATED);
      assertThat(likely.product()).as("%s", likely).isEqualTo(stated.product());
      assertThat(likely.certainty()).isEqualTo(Certainty.LIKELY);
    }
  }

  private static EndpointFacts withoutBanner(EndpointFacts facts) {
    return new EndpointFacts(
        facts.endpoint(),
        facts.dial(),
        new Answer.Replied(new Reply(220, List.of(Pki.HOST + " ESMTP"))),
        facts.hello(),
        facts.tls(),
        facts.helloInTls(),
        facts.quit(),
        facts.anomalies(),
        facts.timings(),
        facts.transcript(),
        facts.elapsed(),
        facts.audit());
  }

  private static EndpointFacts observed(Scenario scenario, Listener listener) {
    var endpoint =
        new Endpoint(RealServers.running(scenario).address(), Service.onPort(listener.port()));
    var options = new ProbeOptions(Budget.STANDARD, Optional.empty(), Optional.empty());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return CompletableFuture.supplyAsync(
              () ->
                  new EndpointProbe(
                          endpoint,
                          options,
                          new Dialer(Optional.empty(), AddressPolicy.ANY),
                          _ -> {})
                      .run(Deadline.after(Budget.STANDARD.whole())),
              threads)
          .join();
    }
  }
}
