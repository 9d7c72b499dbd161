package dev.smtpscope.target;

import java.net.InetAddress;

/** The host that a target names: by name or by address. */
public sealed interface Host {
  /** A name that is looked up. */
  record Name(HostName name) implements Host {
    @Override
    public String toString() {
      return name.ascii();
    }
  }

  /** An address that is dialled as it is; there is no name to hold a certificate against. */
  record Literal(InetAddress address) implements Host {
    @Override
    public String toString() {
      return Addresses.text(address);
    }
  }
}
