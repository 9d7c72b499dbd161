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
import dev.smtpscope.testkit.Personality;
import dev.smtpscope.testkit.ScriptedSmtpServer;
import dev.smtpscope.testkit.ServerTls;
import dev.smtpscope.testkit.TestCa;
import dev.smtpscope.web.check.Names;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Mail servers to look at, each with a name. */
final class Town implements AutoCloseable {
  /** Well kept, on ports 25, 465 and 587. */
  static final String GOOD = "good.example.org";

  /** Says markup, terminal escapes and bidirectional characters wherever it can. */
  static final String HOSTILE = "hostile.example.org";

  /** As well kept, but on port 587 it greets only when {@link #greet} is called. */
  static final String LATE = "late.example.org";

  /** Greets and then says nothing for a long time. */
  static final String SILENT = "silent.example.org";

  /** Two addresses, of which one says nothing after its greeting; only port 25 is open. */
  static final String TWIN = "twin.example.org";

  /** Turns everybody away in its greeting. */
  static final String UNKIND = "unkind.example.org";

  /** A mail domain whose hosts are {@link #GOOD} and {@link #SILENT}. */
  static final String DOMAIN = "example.org";

  private final TestCa ca = TestCa.of("Town", KeyType.EC_P256, Instant.now());
  private final List<ScriptedSmtpServer> servers = new ArrayList<>();
  private final Map<String, List<InetAddress>> addresses = new HashMap<>();

  private final Semaphore greetings = new Semaphore(0);

  private Town() {}

  static Town open() throws IOException {
    Town town = new Town();
    town.build();
    return town;
  }

  /** The addresses of the names above. */
  NameService names() {
    Names zone = new Names().withMx(DOMAIN, GOOD, SILENT);
    addresses.forEach((name, found) -> zone.with(name, found.toArray(InetAddress[]::new)));
    return NameService.of(zone, this::lookup);
  }

  private Lookup lookup(HostName name, Duration limit) {
    List<InetAddress> found = addresses.getOrDefault(name.ascii(), List.of());
    return found.isEmpty()
        ? new Lookup.NotFound("no such name", Duration.ZERO)
        : new Lookup.Found(found, Duration.ZERO);
  }

  /** Lets one check come to its end on {@link #LATE}. */
  void greet() {
    greetings.release();
  }

  TrustAnchors anchors() {
    return TrustAnchors.of("town", List.of(ca.root().certificate()));
  }

  private void build() throws IOException {
    InetAddress good = address(GOOD);
    ServerTls tls = ServerTls.of(ca.chain(GOOD));
    serve(good, 25, Behaviours.postfix(GOOD).tls(tls));
    serve(good, 465, Behaviours.submissions(GOOD, tls));
    serve(good, 587, Behaviours.submission(GOOD).tls(tls));
    buildLate();
    serve(address(HOSTILE), 25, hostile());
    serve(address(TWIN), 25, Behaviours.exim(TWIN).tls(ServerTls.of(ca.chain(TWIN))));
    serve(address(TWIN), 25, Behaviours.exim(TWIN).fault(new Fault.Hang(At.EHLO)));
    serve(address(UNKIND), 25, Behaviours.blocking(UNKIND));
    serve(address(SILENT), 25, Behaviours.postfix(SILENT).fault(new Fault.Hang(At.EHLO)));
  }

  private void buildLate() throws IOException {
    InetAddress late = address(LATE);
    ServerTls tls = ServerTls.of(ca.chain(LATE));
    serve(late, 25, Behaviours.postfix(LATE).tls(tls));
    serve(late, 465, Behaviours.submissions(LATE, tls));
    Behaviour last = Behaviours.submission(LATE).tls(tls);
    servers.add(
        ScriptedSmtpServer.on(late, 587)
            .startEach(connection -> {
              awaitGreeting();
              return last;
            }));
  }

  private void awaitGreeting() {
    try {
      greetings.tryAcquire(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Behaviour hostile() {
    ServerTls tls = ServerTls.of(ca.chain(HOSTILE));
    return Behaviours.postfix(HOSTILE)
        .tls(tls)
        .capability("X-<img/src=x/onerror=alert(1)>")
        .faults(
            new Fault.AnsiAndHtml(At.GREETING),
            new Fault.AnsiAndHtml(At.EHLO),
            new Fault.AnsiAndHtml(At.EHLO_IN_TLS),
            new Fault.AnsiAndHtml(At.QUIT));
  }

  private InetAddress address(String name) {
    InetAddress address = Loopback.address();
    addresses.computeIfAbsent(name, same -> new ArrayList<>()).add(address);
    return address;
  }

  private void serve(InetAddress address, int port, Personality personality) throws IOException {
    servers.add(ScriptedSmtpServer.on(address, port).start(personality));
  }

  @Override
  public void close() {
    servers.forEach(ScriptedSmtpServer::close);
  }
}
