package dev.smtpscope.realservers;

import dev.smtpscope.testkit.Chain;
import dev.smtpscope.testkit.Identity;
import dev.smtpscope.testkit.KeyType;
import dev.smtpscope.testkit.TestCa;
import java.net.InetAddress;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One Postfix at one address that is the MX host of many domains, under many names. Some names have
 * certificates of their own (SNI); what it shows else is for two of the names. Their TLSA records
 * differ.
 */
final class SharedNetwork implements AutoCloseable {
  static final TestCa CA = TestCa.now("Shared", KeyType.EC_P256);
  private static final String ZONE = "shared.example";
  private static final String OPEN = "open.example";
  private static final long PATIENCE = 40_000_000_000L;

  final DnsVillage dns;
  private final InetAddress address = Loopback.free();
  private final Workspace workspace = Workspace.create("shared");
  private final Daemon postfix;

  private final Identity usual =
      CA.issue(CA.server("mx.one." + ZONE).dnsNames("mx.one." + ZONE, "mx.two." + ZONE));
  private final Identity own = CA.issue(CA.server("mx.own." + ZONE));
  private final Identity late = CA.issue(CA.server("mx.late." + ZONE).expired(Duration.ofDays(9)));

  private SharedNetwork() {
    dns = DnsVillage.start(zone(), open());
    postfix = DaneNetwork.postfix(workspace, settings(), listener(), List.of());
    long until = System.nanoTime() + PATIENCE;
    while (!Loopback.listens(address, 25)) {
      if (System.nanoTime() > until || !postfix.running()) {
        String logs = workspace.logs();
        close();
        throw new IllegalStateException("in vain:\n" + logs);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /**
   * Starts it all.
   *
   * @throws Unavailable when this machine can't
   */
  static SharedNetwork start() {
    Unpacked.of("postfix");
    return new SharedNetwork();
  }

  static List<String> domains() {
    return List.of(
        "one." + ZONE,
        "two." + ZONE,
        "both." + ZONE,
        "own." + ZONE,
        "late." + ZONE,
        "other." + ZONE,
        "guest." + OPEN);
  }

  private DnsZone zone() {
    DnsZone zone = DnsZone.of(ZONE);
    for (String name : List.of("one", "two", "own", "late", "other")) {
      zone =
          zone.mx(name, 10, "mx." + name + "." + ZONE + ".")
              .address("mx." + name, address.getHostAddress());
    }
    return zone.mx("both", 10, "mx.one." + ZONE + ".")
        .mx("both", 20, "mx.two." + ZONE + ".")
        .tlsa("_25._tcp.mx.one", 3, 0, 0, hex(usual))
        .tlsa("_25._tcp.mx.two", 3, 0, 0, hex(own))
        .tlsa("_25._tcp.mx.own", 3, 0, 0, hex(own))
        .tlsa("_25._tcp.mx.late", 3, 0, 0, hex(late));
  }

  private static DnsZone open() {
    return DnsZone.of(OPEN)
        .signed(DnsZone.Signing.UNSIGNED)
        .mx("guest", 10, "mx.two." + ZONE + ".");
  }

  private String settings() {
    return DaneNetwork.receiving()
        + "tls_server_sni_maps = texthash:"
        + workspace.file("names", certificateOf("own", own) + certificateOf("late", late))
        + "\n";
  }

  private String certificateOf(String name, Identity identity) {
    return "mx.%s.%s %s\n".formatted(name, ZONE, pem(name, identity));
  }

  private String listener() {
    return "%s:25 inet n - n - - smtpd\n -o smtpd_tls_security_level=may -o smtpd_tls_chain_files=%s\n"
        .formatted(address.getHostAddress(), pem("usual", usual));
  }

  private String pem(String name, Identity identity) {
    Chain chain = Chain.of(identity, CA.intermediate());
    return workspace.file(name + ".pem", chain.keyPem() + chain.certificatesPem()).toString();
  }

  private static String hex(Identity identity) {
    try {
      return HexFormat.of().formatHex(identity.certificate().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    postfix.close();
    dns.close();
    workspace.delete();
  }
}
