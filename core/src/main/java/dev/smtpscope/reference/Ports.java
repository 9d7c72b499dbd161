package dev.smtpscope.reference;

import dev.smtpscope.reference.PortUse.TlsModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ports of mail transfer and submission. */
public final class Ports {
  private Ports() {}

  /** All ports in ascending order. */
  public static List<PortUse> all() {
    return Lazy.PORTS.all();
  }

  /** The use of a port, if mail uses it. */
  public static Optional<PortUse> find(int port) {
    return Lazy.PORTS.find(Integer.toString(port));
  }

  private static PortUse read(Block block) {
    TlsModel tls = TlsModel.valueOf(block.one("tls").toUpperCase(Locale.ROOT));
    return new PortUse(
        Integer.parseInt(block.key()),
        tls,
        Standing.of(block),
        Prose.of(block).plus(tls.sentence()));
  }

  private static final class Lazy {
    static final Catalogue<PortUse> PORTS = Catalogue.load("ports.txt", Ports::read);
  }
}
