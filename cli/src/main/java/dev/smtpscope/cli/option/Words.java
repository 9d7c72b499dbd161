package dev.smtpscope.cli.option;

import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Host;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.TargetParser;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads host names, addresses and ports. */
final class Words {
  private static final int MOST_PORTS = 100;

  private Words() {}

  static Integer number(String value) {
    try {
      return Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + value + "' is not a whole number");
    }
  }

  /** A list of ports, parted by commas. */
  record Ports(List<Integer> numbers) {}

  static final class OfPorts implements ITypeConverter<Ports> {
    @Override
    public Ports convert(String value) {
      List<Integer> numbers =
          Arrays.stream(value.split(",", -1)).map(String::strip).map(OfPorts::port).toList();
      if (numbers.size() > MOST_PORTS) {
        throw new TypeConversionException("more than " + MOST_PORTS + " ports");
      }
      return new Ports(numbers.stream().distinct().toList());
    }

    private static int port(String word) {
      int port = word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
      if (port < 1 || port > 65535) {
        throw new TypeConversionException(
            "'" + word + "' is not a port; write numbers of 1 to 65535 with commas, as in 25,587");
      }
      return port;
    }
  }

  static final class OfAddress implements ITypeConverter<InetAddress> {
    @Override
    public InetAddress convert(String value) {
      return Addresses.parse(value)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + value + "' is not an IP address; write 192.0.2.1 or 2001:db8::1"));
    }
  }

  static final class OfZone implements ITypeConverter<DnsName> {
    @Override
    public DnsName convert(String value) {
      return new OfHostName()
          .named(value)
          .map(DnsName::of)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + value + "' is not a DNS zone; write one such as bl.example.org"));
    }
  }

  static final class OfHostName implements ITypeConverter<HostName> {
    @Override
    public HostName convert(String value) {
      return named(value)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'" + value + "' is not a host name; write one such as mail.example.org"));
    }

    Optional<HostName> named(String value) {
      try {
        Host host = new TargetParser(TargetParser.Overrides.NONE).parse(value).host();
        return host instanceof Host.Name(HostName name) && !value.matches(".*[:/@].*")
            ? Optional.of(name)
            : Optional.empty();
      } catch (InvalidTargetException e) {
        return Optional.empty();
      }
    }
  }
}
