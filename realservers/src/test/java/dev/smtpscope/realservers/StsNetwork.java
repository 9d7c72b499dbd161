package dev.smtpscope.realservers;

import dev.smtpscope.testkit.Chain;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Mail domains with MTA-STS: a signed DNS, policies served by nginx, and a Postfix for the mail.
 */
final class StsNetwork implements AutoCloseable {
  private static final long PATIENCE = 40_000_000_000L;

  final DnsVillage dns;
  private final Workspace web = Workspace.create("nginx");
  private final Workspace receiver = Workspace.create("receiver");
  private final InetAddress https = Loopback.free();
  private final InetAddress http = Loopback.free();
  private final InetAddress mx = Loopback.free();
  private final InetAddress selfSigned = Loopback.free();
  private final List<Daemon> daemons = new ArrayList<>();

  private StsNetwork(List<StsCase> cases) {
    dns = DnsVillage.start(zone(cases));
    web.file("root.pem", StsCases.CA.rootPem());
    web.file("large" + StsCase.PATH, "version: STSv1\n" + "padding: padding\n".repeat(5_000));
    web.directory("tmp", "daemon");
    daemons.add(nginx(cases));
    daemons.add(DaneNetwork.postfix(receiver, DaneNetwork.receiving(), listeners(), List.of()));
    await(() -> Loopback.listens(https, 443) && Loopback.listens(http, 443));
    await(() -> Loopback.listens(mx, 25) && Loopback.listens(selfSigned, 25));
  }

  /**
   * Starts it all.
   *
   * @throws Unavailable when this machine can't
   */
  static StsNetwork start(List<StsCase> cases) {
    List.of("postfix", "nginx").forEach(Unpacked::of);
    return new StsNetwork(cases);
  }

  private DnsZone zone(List<StsCase> cases) {
    DnsZone zone =
        DnsZone.of(StsCase.ZONE)
            .address("mx", mx.getHostAddress())
            .address("self", selfSigned.getHostAddress());
    for (StsCase c : cases) {
      zone =
          zone.mx(c.name(), 10, c.mx() + ".")
              .address("mta-sts." + c.name(), policyHost(c).getHostAddress());
      for (String text : c.texts()) {
        zone = zone.txt("_mta-sts." + c.name(), text);
      }
    }
    return zone;
  }

  private InetAddress policyHost(StsCase c) {
    return c.certificate().isPresent() ? https : http;
  }

  private Daemon nginx(List<StsCase> cases) {
    String sites = cases.stream().map(this::site).collect(Collectors.joining());
    String conf =
        Template.fill("nginx.conf", Map.of("directory", web.root().toString(), "sites", sites));
    Unpacked nginx = Unpacked.of("nginx");
    return Daemon.start(
        web,
        List.of(),
        nginx.environment(),
        List.of(
            nginx.file("usr/sbin/nginx"),
            "-e",
            "stderr",
            "-p",
            web.root().toString(),
            "-c",
            web.file("nginx.conf", conf).toString()));
  }

  private String site(StsCase c) {
    String tls =
        c.certificate()
            .map(spec -> pem(c, StsCases.CA.chain(spec)))
            .map(" ssl;\n    ssl_certificate %1$s;\n    ssl_certificate_key %1$s"::formatted)
            .orElse("");
    return """
      server {
        server_name %s;
        listen %s:443%s;
        location = %s { %s; }
      }
    """
        .formatted(
            c.host(),
            policyHost(c).getHostAddress(),
            tls,
            StsCase.PATH,
            c.answer().replace("@large@", web.path("large")));
  }

  private String pem(StsCase c, Chain chain) {
    return web.file(c.name() + ".pem", chain.keyPem() + chain.certificatesPem()).toString();
  }

  private String listeners() {
    var own = StsCases.CA.selfSigned(StsCases.CA.server(StsCases.SELF_SIGNED_MX));
    return listener(mx, "mx", StsCases.CA.chain(StsCase.MX))
        + listener(selfSigned, "self", Chain.of(own));
  }

  private String listener(InetAddress address, String name, Chain chain) {
    return "%s:25 inet n - n - - smtpd\n -o smtpd_tls_security_level=may -o smtpd_tls_chain_files=%s\n"
        .formatted(
            address.getHostAddress(),
            receiver.file(name + ".pem", chain.keyPem() + chain.certificatesPem()));
  }

  /** What curl, which follows nothing and trusts the test's authority alone, makes of a policy. */
  Command.Output curl(StsCase c) {
    return Command.of(
            "curl",
            "--silent",
            "--output",
            "/dev/null",
            "--write-out",
            "%{http_code}",
            "--cacert",
            web.path("root.pem"),
            "--resolve",
            c.host() + ":443:" + policyHost(c).getHostAddress(),
            "https://" + c.host() + StsCase.PATH)
        .run();
  }

  private void await(BooleanSupplier done) {
    long until = System.nanoTime() + PATIENCE;
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until || daemons.stream().anyMatch(d -> !d.running())) {
        String logs = web.logs() + "\n" + receiver.logs();
        close();
        throw new IllegalStateException("in vain:\n" + logs);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    daemons.forEach(Daemon::close);
    dns.close();
    web.delete();
    receiver.delete();
  }
}
