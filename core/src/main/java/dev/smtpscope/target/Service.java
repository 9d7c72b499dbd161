package dev.smtpscope.target;

/**
 * One port of a host, with what is expected there.
 *
 * @param port 1 to 65535
 */
public record Service(int port, Role role, TlsMode tls) {
  public Service {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }

  /** The role and TLS mode that the port number suggests; an unknown port is taken for a relay. */
  public static Service onPort(int port) {
    return switch (port) {
      case 465 -> new Service(port, Role.SUBMISSIONS, TlsMode.IMPLICIT);
      case 587 -> new Service(port, Role.SUBMISSION, TlsMode.STARTTLS);
      case 2525 -> new Service(port, Role.ALTERNATE, TlsMode.STARTTLS);
      default -> new Service(port, Role.MX, TlsMode.STARTTLS);
    };
  }

  /** The same on a server that takes a domain's mail: an unregistered port is a relay's there. */
  public static Service onMxPort(int port) {
    Service usual = onPort(port);
    return usual.role() == Role.ALTERNATE ? usual.as(Role.MX) : usual;
  }

  /** This service in another role. */
  public Service as(Role other) {
    return new Service(port, other, tls);
  }

  /** This service with another TLS mode. */
  public Service with(TlsMode other) {
    return new Service(port, role, other);
  }
}
