package dev.smtpscope.target;

import java.util.List;
import java.util.Optional;

/**
 * What the user asked to look at, read once and never parsed again.
 *
 * @param input the words of the user, stripped
 * @param host the host, or the domain: its name is the same kind of thing
 * @param services the ports to try when it is a host, without repetition
 * @param mxServices the ports to try at each mail server when it is a domain
 */
public record Target(
    String input, Host host, Meaning meaning, List<Service> services, List<Service> mxServices) {
  public Target {
    services = List.copyOf(services);
    mxServices = List.copyOf(mxServices);
  }

  /** A host, whatever its MX records. */
  public static Target host(String input, Host host, List<Service> services) {
    return new Target(input, host, Meaning.HOST, services, List.of());
  }

  /** The name of the host or domain; empty for an address. */
  public Optional<HostName> name() {
    return switch (host) {
      case Host.Name named -> Optional.of(named.name());
      case Host.Literal literal -> Optional.empty();
    };
  }
}
