package dev.smtpscope.realservers;

import dev.smtpscope.testkit.Chain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A small Internet of mail: a signed DNS, one Postfix that receives for every case at an address of
 * its own, and one that sends in five ways, with the validating resolver for its own.
 */
final class DaneNetwork implements AutoCloseable {
  /** The levels of {@code smtp_tls_security_level} that mail is sent with. */
  static final List<String> LEVELS = List.of("may", "encrypt", "dane", "dane-only", "secure");

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  final DnsVillage dns;
  private final Workspace receiver = Workspace.create("receiver");
  private final Workspace sender = Workspace.create("sender");
  private final InetAddress submission = Loopback.free();
  private final Map<String, InetAddress> addresses = new TreeMap<>();
  private final List<Daemon> daemons = new ArrayList<>();

  private DaneNetwork(List<DaneCase> cases) {
    cases.forEach(c -> addresses.put(c.name(), Loopback.free()));
    dns = DnsVillage.start(zones(cases));
    sender.file(
        "etc/resolv.conf",
        "nameserver %s\noptions trust-ad\n"
            .formatted(dns.validatingResolver().address().getHostAddress()));
    sender.file("client/main.cf", Template.fill("client-main.cf", Map.of()));
    sender.file("root.pem", DaneCases.CA.rootPem());
    daemons.add(postfix(receiver, receiving(), listeners(cases), List.of()));
    daemons.add(postfix(sender, sending(), senders(), List.of("/etc/resolv.conf")));
    await(() -> addresses.values().stream().allMatch(a -> Loopback.listens(a, 25)));
    await(() -> Loopback.listens(submission, 25));
  }

  /**
   * Starts it all.
   *
   * @throws Unavailable when this machine can't
   */
  static DaneNetwork start(List<DaneCase> cases) {
    Unpacked.of("postfix");
    return new DaneNetwork(cases);
  }

  private List<DnsZone> zones(List<DaneCase> cases) {
    Map<String, DnsZone> zones = new TreeMap<>();
    zones.put("dane.example", DnsZone.of("dane.example"));
    zones.put("open.example", DnsZone.of("open.example").signed(DnsZone.Signing.UNSIGNED));
    for (DaneCase c : cases) {
      zones.computeIfPresent(c.parent(), (_, zone) -> zone.mx(c.name(), 10, c.host() + "."));
      zones.computeIfPresent(c.mx(), (_, zone) -> host(zone, c));
      String base = (c.alias() ? "real." : "mx.") + c.name();
      DnsZone records =
          c.signing()
              .map(how -> DnsZone.of("_tcp." + base + "." + c.mx()).signed(how))
              .orElseGet(() -> zones.getOrDefault(c.mx(), DnsZone.of("")));
      String owner = c.signing().isPresent() ? "_25" : "_25._tcp." + base;
      zones.put(records.name(), tlsa(records, owner, c));
    }
    return List.copyOf(zones.values());
  }

  private DnsZone host(DnsZone zone, DaneCase c) {
    String ip = addresses.getOrDefault(c.name(), submission).getHostAddress();
    String mx = "mx." + c.name();
    return c.alias()
        ? zone.cname(mx, "real." + c.name()).address("real." + c.name(), ip)
        : zone.address(mx, ip);
  }

  private static DnsZone tlsa(DnsZone zone, String owner, DaneCase c) {
    DnsZone result = zone;
    for (DaneCase.Tlsa r : c.tlsa()) {
      result = result.tlsa(owner, r.usage(), r.selector(), r.matchingType(), r.hex());
    }
    return result;
  }

  private String listeners(List<DaneCase> cases) {
    return cases.stream().map(this::listener).collect(Collectors.joining());
  }

  private String listener(DaneCase c) {
    String tls =
        c.chain()
            .map(chain ->
                " -o smtpd_tls_security_level=may -o smtpd_tls_chain_files=" + pem(c, chain))
            .orElse(" -o smtpd_tls_security_level=none");
    return "%s:25 inet n - n - - smtpd\n%s\n"
        .formatted(addresses.getOrDefault(c.name(), submission).getHostAddress(), tls);
  }

  private String pem(DaneCase c, Chain chain) {
    return receiver.file(c.name() + ".pem", chain.keyPem() + chain.certificatesPem()).toString();
  }

  /** Settings of a Postfix that takes every message and keeps none. */
  static String receiving() {
    return """
    myhostname = receiver.example.net
    mynetworks = 127.0.0.0/8
    smtpd_relay_restrictions = permit_mynetworks, reject
    default_transport = discard:
    smtpd_client_connection_count_limit = 0
    smtpd_tls_cert_file =
    smtpd_tls_key_file =
    """;
  }

  private String sending() {
    String transports =
        LEVELS.stream()
            .map(level -> "{%s@sender.example.net = %s:}".formatted(level, transport(level)))
            .collect(Collectors.joining(" "));
    return """
    myhostname = sender.example.net
    mydestination =
    mynetworks = 127.0.0.0/8
    smtpd_relay_restrictions = permit_mynetworks, reject
    smtp_dns_support_level = dnssec
    smtp_host_lookup = dns
    smtp_tls_CAfile = %s
    smtp_tls_loglevel = 1
    smtp_tls_secure_cert_match = hostname
    smtpd_tls_cert_file =
    smtpd_tls_key_file =
    sender_dependent_default_transport_maps = inline:{ %s }
    """
        .formatted(sender.path("root.pem"), transports);
  }

  private String senders() {
    return submission.getHostAddress()
        + ":25 inet n - n - - smtpd\n"
        + LEVELS.stream().map(DaneNetwork::service).collect(Collectors.joining());
  }

  private static String service(String level) {
    String name = transport(level);
    return "%s unix - - n - - smtp\n -o smtp_tls_security_level=%s -o syslog_name=%s\n"
        .formatted(name, level, name);
  }

  static String transport(String level) {
    return "by" + level.replace("-", "");
  }

  /** Postfix, configured and run within {@code workspace}. */
  static Daemon postfix(
      Workspace workspace, String settings, String services, List<String> replaced) {
    Unpacked postfix = Unpacked.of("postfix");
    PostfixServer.queues(workspace);
    workspace.file(
        "etc/main.cf",
        Template.fill(
            "main.cf",
            Map.of(
                "workspace", workspace.root().toString(),
                "package", postfix.root().toString(),
                "host", "postfix.example.net",
                "chain", "",
                "key", "",
                "sasl", "none",
                "settings", settings)));
    workspace.file("etc/master.cf", Template.fill("master.cf", Map.of("listeners", services)));
    return Daemon.start(
        workspace,
        replaced,
        postfix.environment(),
        List.of(postfix.file("usr/lib/postfix/sbin/master"), "-d", "-c", workspace.path("etc")));
  }

  /** Sends a message to each domain in each way and returns what Postfix logged of it. */
  List<Sent> send(List<DaneCase> cases) {
    LEVELS.forEach(level -> submit(level, cases));
    int all = LEVELS.size() * cases.size();
    await(() -> Sent.all(log()).size() >= all);
    return Sent.all(log());
  }

  private List<String> log() {
    Path file = sender.root().resolve("mail.log");
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void submit(String level, List<DaneCase> cases) {
    try (Socket socket = new Socket(submission, 25)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      in.readLine();
      say(socket, in, "HELO client.example.net");
      say(socket, in, "MAIL FROM:<%s@sender.example.net>".formatted(level));
      for (DaneCase c : cases) {
        say(socket, in, "RCPT TO:<user@%s>".formatted(c.domain()));
      }
      say(socket, in, "DATA");
      say(socket, in, "Subject: test\r\n\r\ntest\r\n.");
      say(socket, in, "QUIT");
    } catch (IOException e) {
      throw new IllegalStateException("nothing is taken:\n" + sender.logs(), e);
    }
  }

  private static void say(Socket socket, BufferedReader in, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    String answer = in.readLine();
    if (!answer.startsWith("2") && !answer.startsWith("3")) {
      throw new IllegalStateException(line + ": " + answer);
    }
  }

  /** What {@code posttls-finger} says of a domain, by the validating resolver. */
  PosttlsFinger.Result finger(DaneCase c) {
    Unpacked postfix = Unpacked.of("postfix");
    var words =
        List.of(
            postfix.file("usr/sbin/posttls-finger"),
            "-c",
            "-l",
            "dane",
            "-L",
            "summary",
            "-T",
            "20",
            "-t",
            "20",
            c.domain());
    Command command =
        sender
            .within(List.of("/etc/resolv.conf"), words)
            .with(postfix.environment())
            .with(Map.of("MAIL_CONFIG", sender.path("client")));
    return PosttlsFinger.parse(command.run().text());
  }

  private void await(BooleanSupplier done) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until || daemons.stream().anyMatch(d -> !d.running())) {
        String logs = receiver.logs() + "\n" + sender.logs();
        close();
        throw new IllegalStateException("in vain:\n" + logs);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  @Override
  public void close() {
    daemons.forEach(Daemon::close);
    dns.close();
    receiver.delete();
    sender.delete();
  }
}
