package dev.smtpscope.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.event.ScanEvent;
import dev.smtpscope.event.ScanListener;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.facts.audit.Completion;
import dev.smtpscope.facts.audit.TlsAudit;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.EndpointProbe;
import dev.smtpscope.probe.ProbeOptions;
import dev.smtpscope.probe.dial.AddressPolicy;
import dev.smtpscope.probe.dial.Dialer;
import dev.smtpscope.target.Service;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An audit that a server's limits cut short keeps what it knows and says what it does not. */
class PartialAuditTest {
  private static final String HOST = "mail.example.org";
  private static final String FULL_HOUSE = "421 4.7.0 mail.example.org too many connections";
  private static final int SERVED = 3;

  private final ServerTls tls = ServerTls.of(TestCa.at(Instant.now()).chain(HOST));
  private final List<Integer> progress = new ArrayList<>();

  @Test
  void limitAtTheGreeting() throws IOException {
    Behaviour open = Behaviours.postfix(HOST).tls(tls);
    Behaviour full = Behaviours.postfix(HOST).greeting(FULL_HOUSE);

    TlsAudit audit = audit(open, full);

    assertThat(audit.completion())
        .isInstanceOfSatisfying(
            Completion.Partial.class,
            partial -> {
              assertThat(partial.why()).isEqualTo("the connection was answered: " + FULL_HOUSE);
              assertThat(partial.missing()).contains("post-quantum groups", "SSLv2");
            });
    assertThat(audit.support(TlsVersion.TLS_1_3).isYes()).isTrue();
    assertThat(audit.support(TlsVersion.TLS_1_2).isYes()).isTrue();
    assertThat(audit.support(TlsVersion.SSL_2).isNo()).isFalse();
    assertThat(audit.connections()).isEqualTo(SERVED - 1 + 7);
    assertThat(progress).last().isEqualTo(audit.connections());
  }

  @Test
  void limitAtStarttls() throws IOException {
    Behaviour open = Behaviours.postfix(HOST).tls(tls);
    Behaviour full =
        Behaviours.postfix(HOST).tls(tls).reply("STARTTLS", "454 4.7.0 too many new TLS sessions");

    assertThat(audit(open, full).completion())
        .isInstanceOfSatisfying(
            Completion.Partial.class,
            partial ->
                assertThat(partial.why())
                    .isEqualTo("STARTTLS was answered: 454 4.7.0 too many new TLS sessions"));
  }

  private TlsAudit audit(Behaviour before, Behaviour after) throws IOException {
    try (ScriptedSmtpServer server =
        ScriptedSmtpServer.on(Loopback.address(), 0).startEach(i -> i <= SERVED ? before : after)) {
      Endpoint endpoint = new Endpoint(server.address(), Service.onPort(server.port()));
      ProbeOptions probe = new ProbeOptions(Budget.STANDARD, Optional.of(HOST), Optional.empty());
      Dialer dialer = new Dialer(Optional.empty(), AddressPolicy.ANY);
      EndpointFacts first =
          new EndpointProbe(endpoint, probe, dialer, ScanListener.NONE)
              .run(Deadline.after(Duration.ofSeconds(30)));
      return new TlsAuditProbe(probe, AuditOptions.of(AuditDepth.QUICK), dialer, this::note)
          .run(
              first,
              new Governor(1, Duration.ZERO, Duration.ofNanos(1)),
              tasks -> tasks.forEach(Runnable::run));
    }
  }

  private void note(ScanEvent event) {
    if (event instanceof ScanEvent.AuditProgress(Endpoint endpoint, int connections)) {
      progress.add(connections);
    }
  }
}
