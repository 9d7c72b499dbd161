package dev.smtpscope.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The TLS alerts and what they mean on an SMTP connection. */
public final class Alerts {
  private Alerts() {}

  /** All alerts in ascending order of their numbers. */
  public static List<Alert> all() {
    return Lazy.ALERTS.all();
  }

  /** The alert of a number, if this reference knows it. */
  public static Optional<Alert> find(int code) {
    return Lazy.ALERTS.find(Integer.toString(code));
  }

  /**
   * The alert of a name such as {@code handshake_failure}; blanks and dashes count as underscores.
   */
  public static Optional<Alert> find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return all().stream().filter(alert -> alert.name().equals(wanted)).findFirst();
  }

  /** The alert of a number; one that is not known is called {@code alert_N}. */
  public static Alert of(int code) {
    return find(code).orElseGet(() -> unknown(code));
  }

  private static Alert unknown(int code) {
    Prose prose =
        new Prose(
            "Unknown alert",
            List.of("An alert that this reference does not know. It mostly ends the connection."),
            List.of(),
            List.of("IANA registry of TLS alerts"));
    return new Alert(code, "alert_" + code, Standing.UNKNOWN, prose);
  }

  private static Alert read(Block block) {
    Prose base = Prose.of(block);
    Prose prose =
        block.all("cause").stream()
            .findFirst()
            .map(cause -> base.plus("Usual cause: " + cause))
            .orElse(base);
    return new Alert(Integer.parseInt(block.key()), block.title(), Standing.of(block), prose);
  }

  private static final class Lazy {
    static final Catalogue<Alert> ALERTS = Catalogue.load("tls-alerts.txt", Alerts::read);
  }
}
