package dev.smtpscope.cli.option;

import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.dns.DnsClient;
import dev.smtpscope.probe.dns.DnsServers;
import dev.smtpscope.probe.dns.DnssecAnchors;
import dev.smtpscope.probe.dns.LateDnsClient;
import dev.smtpscope.probe.dns.ValidatingDnsClient;
import dev.smtpscope.probe.resolve.NameService;
import dev.smtpscope.probe.resolve.SystemResolver;
import java.util.List;
import java.util.function.Supplier;

/** Where names are looked up: for each check a memory of its own, made when it is needed. */
public final class NameServices {
  private static final long MOST_MEMORY = 256L << 20;

  private NameServices() {}

  /** The resolvers that this system is set up to use, then the system itself. */
  public static Supplier<NameService> ofSystem() {
    return ofSystem(DnssecAnchors::root);
  }

  /** The same, with other trust anchors. */
  static Supplier<NameService> ofSystem(Supplier<DnssecAnchors> anchors) {
    return () -> NameService.of(late(DnsServers::system, anchors), new SystemResolver());
  }

  /** These resolvers alone. */
  static Supplier<NameService> of(List<DnsServer> servers, Supplier<DnssecAnchors> anchors) {
    return () -> NameService.of(late(() -> servers, anchors));
  }

  /**
   * These resolvers alone, with one memory for all. The system is not asked: it has a thread for
   * each question, and nothing to say of the domains of others.
   *
   * @param questions how many may be under way at once
   */
  static NameService ofMany(List<DnsServer> servers, DnssecAnchors anchors, int questions) {
    long octets = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 8);
    return NameService.of(ValidatingDnsClient.forMany(servers, anchors, octets, questions));
  }

  private static DnsClient late(
      Supplier<List<DnsServer>> servers, Supplier<DnssecAnchors> anchors) {
    return new LateDnsClient(() -> new ValidatingDnsClient(servers.get(), anchors.get()));
  }
}
