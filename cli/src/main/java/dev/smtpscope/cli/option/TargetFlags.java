package dev.smtpscope.cli.option;

import dev.smtpscope.cli.UsageException;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.AddressFilter.Family;
import dev.smtpscope.scan.NameQueries;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Meaning;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.TargetParser;
import dev.smtpscope.target.TlsMode;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Which ports and addresses of a host to look at, and as what. */
public final class TargetFlags implements Flags {
  private static final int MOST_ADDRESSES = 1000;

  /** What the names of targets stand for. */
  enum As {
    HOST,
    DOMAIN;

    Meaning meaning() {
      return this == HOST ? Meaning.HOST : Meaning.DOMAIN;
    }
  }

  final Flag<As> as =
      Flag.choice(
          "--as",
          "WHAT",
          As.class,
          "What a name stands for: host or domain (domain if it has MX records).");

  final Switch submission =
      Switch.of(
          "--submission", "Of a domain test the servers for its users too, by its SRV records.");

  final FlagList<DnsName> blockLists =
      FlagList.of(
          "--dnsbl",
          "ZONE",
          DnsName.class,
          new Words.OfZone(),
          "Ask this DNS block list about each address; may be given again (none).");

  final Flag<Words.Ports> ports =
      Flag.of(
          "--ports",
          "LIST",
          Words.Ports.class,
          new Words.OfPorts(),
          "Ports to test where TARGET names none, such as 25,587,2525 (25,465,587; of a domain 25).");

  final Flag<TlsMode> tls =
      Flag.choice(
          "--tls",
          "WHEN",
          TlsMode.class,
          "When TLS begins: implicit, starttls or none (implicit on 465).");

  final Flag<Role> role =
      Flag.choice(
          "--role",
          "ROLE",
          Role.class,
          "What the port is for: mx, submission, submissions or alternate (by port).");

  final Switch onlyV4 = Switch.of("-4", "Only IPv4 addresses.");

  final Switch onlyV6 = Switch.of("-6", "Only IPv6 addresses.");

  final Flag<InetAddress> address =
      Flag.of(
          "--address",
          "IP",
          InetAddress.class,
          new Words.OfAddress(),
          "Connect to this address; names and certificates still follow TARGET.");

  final Flag<Integer> maxAddresses =
      Flag.number("--max-addresses", "N", "Test at most so many addresses of a host (16).");

  final Flag<String> sni =
      Flag.text("--sni", "NAME", "Server name to send in TLS, or none (the host's name).");

  final Flag<HostName> name =
      Flag.of(
          "--name",
          "NAME",
          HostName.class,
          new Words.OfHostName(),
          "Name the certificate is held against (the host's name).");

  @Override
  public List<OptionSpec> specs() {
    return List.of(
        as.spec(),
        ports.spec(),
        tls.spec(),
        role.spec(),
        onlyV4.spec(),
        onlyV6.spec(),
        address.spec(),
        maxAddresses.spec(),
        sni.spec(),
        name.spec(),
        submission.spec(),
        blockLists.spec());
  }

  /** Those that make sense for many targets. */
  List<OptionSpec> specsOfMany() {
    List<OptionSpec> ofOne = List.of(address.spec(), sni.spec(), name.spec());
    return specs().stream().filter(spec -> !ofOne.contains(spec)).toList();
  }

  /** What to ask the DNS beyond the usual. */
  NameQueries queries() {
    if (submission.isOn() && as.value().filter(As.HOST::equals).isPresent()) {
      throw new UsageException(
          "--submission looks for the servers of a mail domain, which --as host excludes");
    }
    return new NameQueries(blockLists.values(), submission.isOn());
  }

  /** What is said of all targets alike. */
  public TargetParser.Overrides overrides() {
    return new TargetParser.Overrides(
        ports.value().map(Words.Ports::numbers).orElseGet(List::of),
        role.value(),
        tls.value(),
        as.value().map(As::meaning));
  }

  AddressFilter addresses() {
    if (onlyV4.isOn() && onlyV6.isOn()) {
      throw new UsageException(
          "-4 and -6 exclude each other; leave both out to test all addresses");
    }
    Family family = onlyV4.isOn() ? Family.V4 : onlyV6.isOn() ? Family.V6 : Family.ANY;
    address.value().ifPresent(only -> requireFamily("--address", only, family));
    return new AddressFilter(family, address.value(), cap());
  }

  private int cap() {
    int cap = maxAddresses.value().orElse(AddressFilter.STANDARD.cap());
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
