package dev.smtpscope.web.page;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.HostName;
import dev.smtpscope.testkit.At;
import dev.smtpscope.testkit.Behaviour;
import dev.smtpscope.testkit.Behaviours;
import dev.smtpscope.testkit.Fault;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.web.check.Access;
import dev.smtpscope.web.check.CheckLimits;
import dev.smtpscope.web.check.CheckSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Mail servers fit to be shown: some distance away, and one certificate near its end. */
final class ShowTown implements AutoCloseable {
  static final String HOST = "mail.example.org";

  /** Takes long over EHLO on port 587, and has no port 465. */
  static final String SLOW = "mx.example.org";

  private final TestCa ca = TestCa.of("Example", KeyType.EC_P256, Instant.now());
  private final List<ScriptedSmtpServer> servers = new ArrayList<>();

  private ShowTown() {}

  static ShowTown open() throws IOException {
    ShowTown town = new ShowTown();
    town.build();
    return town;
  }

  CheckSettings settings() {
    TrustAnchors anchors = TrustAnchors.of("test roots", List.of(ca.root().certificate()));
    return CheckSettings.of(
        Access.ALL,
        CheckLimits.PRIVATE,
        () -> NameService.addressesOnly(ShowTown::lookup),
        anchors);
  }

  private static Lookup lookup(HostName name, Duration limit) {
    return new Lookup.Found(List.of(address(name.ascii())), Duration.ofMillis(18));
  }

  private static InetAddress address(String host) {
    return Loopback.address(host.equals(SLOW) ? "127.0.2.26" : "127.0.2.25");
  }

  private void build() throws IOException {
    ServerTls good = ServerTls.of(ca.chain(HOST));
    ServerTls old = ServerTls.of(ca.chain(ca.server(HOST).expiring(Duration.ofDays(9))));
    serve(HOST, 25, far(Behaviours.postfix(HOST).tls(good), 14));
    serve(HOST, 465, far(Behaviours.submissions(HOST, old), 17));
    serve(HOST, 587, far(Behaviours.submission(HOST).tls(good), 15));
    ServerTls slow = ServerTls.of(ca.chain(SLOW));
    serve(SLOW, 25, far(Behaviours.postfix(SLOW).tls(slow), 14));
    Behaviour tired = Behaviours.submission(SLOW).tls(slow);
    serve(SLOW, 587, tired.fault(new Fault.Delay(At.EHLO, Duration.ofMinutes(1))));
  }

  private static Behaviour far(Behaviour server, int millis) {
    for (At at : At.values()) {
      if (at != At.CONNECT && at != At.HANDSHAKE) {
        server = server.fault(new Fault.Delay(at, Duration.ofMillis(millis)));
      }
    }
    return server;
  }

  private void serve(String host, int port, Behaviour server) throws IOException {
    servers.add(ScriptedSmtpServer.on(address(host), port).start(server));
  }

  @Override
  public void close() {
    servers.forEach(ScriptedSmtpServer::close);
  }
}
