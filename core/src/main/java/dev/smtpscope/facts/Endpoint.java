package dev.smtpscope.facts;

import dev.smtpscope.target.Addresses;
import dev.smtpscope.target.Service;
import java.net.InetAddress;

/** One address and port, the unit that is dialled and reported by itself. */
public record Endpoint(InetAddress address, Service service) {
  /** Address and port, such as {@code 192.0.2.1:25} or {@code [2001:db8::1]:25}. */
  @Override
  public String toString() {
    return Addresses.text(address, service.port());
  }
}
