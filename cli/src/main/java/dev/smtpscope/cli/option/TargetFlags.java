package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.AddressFilter.Family;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.target.TlsMode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which ports and addresses of a host to look at, and as what. */
public final class TargetFlags {
  private static final int MOST_ADDRESSES = 1000;

  @Option(
      names = "--ports",
      paramLabel = "LIST",
      converter = Words.OfPorts.class,
      description = "Ports to test where TARGET names none, such as 25,587,2525 (25,465,587).")
  Optional<Words.Ports> ports = Optional.empty();

  @Option(
      names = "--tls",
      paramLabel = "WHEN",
      converter = Choices.OfTls.class,
      completionCandidates = Choices.OfTls.class,
      description = "When TLS begins: implicit, starttls or none (implicit on 465).")
  Optional<TlsMode> tls = Optional.empty();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = Choices.OfRole.class,
      completionCandidates = Choices.OfRole.class,
      description = "What the port is for: mx, submission, submissions or alternate (by port).")
  Optional<Role> role = Optional.empty();

  @Option(names = "-4", description = "Only IPv4 addresses.")
  boolean onlyV4;

  @Option(names = "-6", description = "Only IPv6 addresses.")
  boolean onlyV6;

  @Option(
      names = "--address",
      paramLabel = "IP",
      converter = Words.OfAddress.class,
      description = "Connect to this address; names and certificates still follow TARGET.")
  Optional<InetAddress> address = Optional.empty();

  @Option(
      names = "--max-addresses",
      paramLabel = "N",
      description = "Test at most so many addresses of a host (16).")
  Optional<Integer> maxAddresses = Optional.empty();

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      description = "Server name to send in TLS, or none (the host's name).")
  Optional<String> sni = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      converter = Words.OfHostName.class,
      description = "Name the certificate is held against (the host's name).")
  Optional<HostName> name = Optional.empty();

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return new TargetParser.Overrides(
        ports.map(Words.Ports::numbers).orElseGet(java.util.List::of), role, tls);
  }

  AddressFilter addresses() {
    if (onlyV4 && onlyV6) {
      throw new UsageException(
          "-4 and -6 exclude each other; leave both out to test all addresses");
    }
    Family family = onlyV4 ? Family.V4 : onlyV6 ? Family.V6 : Family.ANY;
    address.ifPresent(only -> requireFamily("--address", only, family));
    return new AddressFilter(family, address, cap());
  }

  private int cap() {
    int cap = maxAddresses.orElse(AddressFilter.STANDARD.cap());
    if (cap < 1 || cap > MOST_ADDRESSES) {
      throw new UsageException("--max-addresses is 1 to " + MOST_ADDRESSES + ", not " + cap);
    }
    return cap;
  }

  static void requireFamily(String option, InetAddress address, Family family) {
    Family own = address instanceof Inet6Address ? Family.V6 : Family.V4;
    if (family != Family.ANY && family != own) {
      throw new UsageException(
          option
              + " is an IP"
              + (own == Family.V4 ? "v4" : "v6")
              + " address, which "
              + (family == Family.V4 ? "-4" : "-6")
              + " excludes");
    }
  }
}
