package dev.smtpscope.cli.demo;

import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.Personality;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import java.time.Duration;
import java.util.List;

/** The servers of the demo: one that is well kept, and the mistakes that are met most. */
final class DemoServers {
  private final TestCa ca;

  DemoServers(TestCa ca) {
    this.ca = ca;
  }

  List<DemoServer> all() {
    return List.of(
        wellKept(),
        expired(),
        selfSigned(),
        plainAuth(),
        noStartTls(),
        firewall(),
        refusing(),
        otherProtocol());
  }

  DemoServer wellKept() {
    return server(
        "well-kept", 25, "nothing is wrong", host -> Behaviours.postfix(host).tls(trusted(host)));
  }

  private DemoServer expired() {
    return server(
        "expired",
        587,
        "its certificate has expired",
        host ->
            Behaviours.submission(host)
                .tls(of(ca.chain(ca.server(host).expired(Duration.ofDays(12))))));
  }

  private DemoServer selfSigned() {
    return server(
        "self-signed",
        25,
        "its certificate is signed by itself",
        host -> Behaviours.exim(host).tls(of(Chain.of(ca.selfSigned(ca.server(host))))));
  }

  private DemoServer plainAuth() {
    return server(
        "plain-auth",
        587,
        "it takes passwords in plain text",
        host -> Behaviours.plainAuthOnSubmission(host).tls(trusted(host)));
  }

  private DemoServer noStartTls() {
    return server("no-starttls", 25, "it does not offer STARTTLS", Behaviours::withoutStartTls);
  }

  private DemoServer firewall() {
    return server(
        "firewall",
        25,
        "a firewall masks its capabilities",
        host -> Behaviours.ciscoAsa(host).tls(trusted(host)));
  }

  private DemoServer refusing() {
    return server("refusing", 25, "it found us in a block list", Behaviours::blocking);
  }

  private DemoServer otherProtocol() {
    return server(
        "ssh",
        25,
        "it does not speak SMTP",
        host -> Behaviour.of(host).fault(new Fault.Speak(Fault.Protocol.SSH)));
  }

  private interface Making {
    Personality make(String host);
  }

  private static DemoServer server(String id, int port, String about, Making making) {
    HostName host = new HostName(id + ".demo.example");
    return new DemoServer(host, Service.onPort(port), about, making.make(host.ascii()));
  }

  private ServerTls trusted(String host) {
    return of(ca.chain(host));
  }

  private static ServerTls of(Chain chain) {
    return ServerTls.of(chain);
  }
}
