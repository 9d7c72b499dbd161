package dev.smtpscope.cli.demo;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Service;
import dev.smtpscope.target.Target;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.Loopback;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The servers of the demo while they run, each at a loopback address of its own. */
public final class Village implements AutoCloseable {
  private final TestCa ca = TestCa.of("Demo", KeyType.EC_P256, Instant.now());
  private final Map<DemoServer, ScriptedSmtpServer> running = new LinkedHashMap<>();

  /** The servers that there are. */
  List<DemoServer> servers() {
    return new DemoServers(ca).all();
  }

  /** Starts a server; what to check is the same as for any other host. */
  Target open(DemoServer server) {
    try {
      ScriptedSmtpServer started = start(server);
      running.put(server, started);
      Service usual = server.service();
      Service service = new Service(started.port(), usual.role(), usual.tls());
      return Target.host(server.host().ascii(), new Host.Name(server.host()), List.of(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // A usual port reads best in the report, but may be reserved for root; elsewhere than on Linux
  // there may be no other loopback address than the first.
  private static ScriptedSmtpServer start(DemoServer server) throws IOException {
    InetAddress own = Loopback.address();
    List<ScriptedSmtpServer.Place> places =
        List.of(
            ScriptedSmtpServer.on(own, server.service().port()),
            ScriptedSmtpServer.on(own, 0),
            ScriptedSmtpServer.on("127.0.0.1", 0));
    List<IOException> failures = new ArrayList<>();
    for (ScriptedSmtpServer.Place place : places) {
      try {
        return place.start(server.personality());
      } catch (IOException e) {
        failures.add(e);
      }
    }
    throw failures.getLast();
  }

  /** Knows the addresses of the servers that run. */
  NameService names() {
    return NameService.addressesOnly((name, limit) -> lookup(name));
  }

  private Lookup lookup(HostName name) {
    return running.entrySet().stream()
        .filter(e -> e.getKey().host().equals(name))
        .findFirst()
        .<Lookup>map(e -> new Lookup.Found(List.of(e.getValue().address()), Duration.ZERO))
        .orElseGet(() -> new Lookup.NotFound("no such server in the demo", Duration.ZERO));
  }

  /** The authority that the well-kept servers have their certificates from. */
  TrustAnchors anchors() {
    return TrustAnchors.of("demo authority", List.of(ca.root().certificate()));
  }

  @Override
  public void close() {
    running.values().forEach(ScriptedSmtpServer::close);
  }
}
