package dev.smtpscope.probe.dial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.Endpoint;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.SpecialAddresses;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialerTest {
  private final Deadline deadline = Deadline.after(Duration.ofSeconds(20));

  @Test
  void asksThePolicyForTheVeryAddressAndDialsNoneThatIsRefused() throws Exception {
    List<InetAddress> asked = new ArrayList<>();
    try (ScriptedSmtpServer server = ScriptedSmtpServer.start(Behaviours.postfix("mx.example"))) {
      AddressPolicy policy =
          address -> {
            asked.add(address);
            return SpecialAddresses.kind(address);
          };
      Endpoint endpoint = new Endpoint(server.address(), Service.onPort(server.port()));
      Dialer.Dialled dialled = new Dialer(Optional.empty(), policy).dial(endpoint, deadline);
      assertThat(dialled.outcome())
          .isEqualTo(new DialOutcome.NotAttempted("a loopback address (RFC 1122)"));
      assertThat(dialled.socket()).isEmpty();
      assertThat(asked).containsExactly(server.address());
      Dialer.Dialled free =
          new Dialer(Optional.empty(), AddressPolicy.ANY).dial(endpoint, deadline);
      assertThat(free.outcome()).isEqualTo(new DialOutcome.Connected());
      free.socket().orElseThrow().close();
      server.awaitConversation(Duration.ofSeconds(20));
      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
