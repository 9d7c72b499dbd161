package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.facts.dns.DnsServer;
import dev.smtpscope.probe.dns.DnsServers;
import dev.smtpscope.probe.dns.DnssecAnchors;
import dev.smtpscope.probe.resolve.NameService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Where names are looked up. */
final class NameFlags implements Flags {
  private final FlagList<DnsServer> resolvers =
      FlagList.of(
          "--resolver",
          "WHERE",
          DnsServer.class,
          NameFlags::server,
          "DNS resolver to ask, and nothing else: IP, IP:port, [IPv6]:port or an https:// URL; may"
              + " be given again (this system's).");

  private final Flag<Path> anchor =
      Flag.of(
          "--trust-anchor",
          "FILE",
          Path.class,
          Path::of,
          "Validate DNSSEC from the DS or DNSKEY records of FILE (the root's, built in).");

  @Override
  public List<OptionSpec> specs() {
    return List.of(resolvers.spec(), anchor.spec());
  }

  /** Makes what a check looks names up with; {@code usual} where nothing was said. */
  Supplier<NameService> names(Supplier<NameService> usual) {
    Optional<DnssecAnchors> anchors = anchor.value().map(NameFlags::anchors);
    if (!resolvers.values().isEmpty()) {
      return NameServices.of(resolvers.values(), () -> anchors.orElseGet(DnssecAnchors::root));
    }
    return anchors.map(own -> NameServices.ofSystem(() -> own)).orElse(usual);
  }

  /** The resolvers that were named, or those of this system. */
  List<DnsServer> resolvers() {
    return resolvers.values().isEmpty() ? DnsServers.system() : resolvers.values();
  }

  /** What any number of scans look names up with at once. */
  NameService namesOfMany() {
    return NameServices.ofMany(
        resolvers(),
        anchor.value().map(NameFlags::anchors).orElseGet(DnssecAnchors::root),
        OpenFiles.limit().questions());
  }

  private static DnssecAnchors anchors(Path file) {
    try {
      return DnssecAnchors.of(file);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--trust-anchor: " + e.getMessage());
    }
  }

  private static DnsServer server(String word) {
    try {
      return DnsServers.parse(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
