package dev.smtpscope.target;

import java.util.List;
import java.util.Optional;

/**
 * What the user asked to look at, read once and never parsed again.
 *
 * @param input the words of the user, stripped
 * @param services the ports to try, without repetition
 * @param remark what the user should know of how the input was understood
 */
public record Target(String input, Host host, List<Service> services, Optional<String> remark) {
  public Target {
    services = List.copyOf(services);
  }

  /** The name that a certificate is held against unless the user gives another. */
  public Optional<HostName> name() {
    return switch (host) {
      case Host.Name named -> Optional.of(named.name());
      case Host.Literal literal -> Optional.empty();
    };
  }
}
