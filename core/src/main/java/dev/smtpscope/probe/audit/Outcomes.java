package dev.smtpscope.probe.audit;

import dev.smtpscope.facts.TlsVersion;
import dev.smtpscope.probe.hello.HelloOutcome;
import dev.smtpscope.probe.hello.ServerFlight;
import dev.smtpscope.reference.tls.TlsAlerts;
import dev.smtpscope.reference.tls.Versions;
import java.util.Optional;

/** What the outcomes of hellos mean to an audit. */
final class Outcomes {
  static final int HANDSHAKE_FAILURE = 40;
  static final int PROTOCOL_VERSION = 70;
  static final int INAPPROPRIATE_FALLBACK = 86;

  private Outcomes() {}

  /** Whether the server said something that a TLS server says: yes, or no by an alert. */
  static boolean isClear(HelloOutcome outcome) {
    return switch (outcome) {
      case HelloOutcome.Accepted a -> true;
      case HelloOutcome.Ssl2Accepted a -> true;
      case HelloOutcome.Ssl2Refused r -> true;
      case HelloOutcome.Alert a -> true;
      case HelloOutcome.Closed c -> false;
      case HelloOutcome.Reset r -> false;
      case HelloOutcome.Silent s -> false;
      case HelloOutcome.NotTls n -> false;
      case HelloOutcome.Malformed m -> false;
      case HelloOutcome.Excessive e -> false;
    };
  }

  /** Whether the server ended the connection without a word. */
  static boolean isHangUp(HelloOutcome outcome) {
    return outcome instanceof HelloOutcome.Closed || outcome instanceof HelloOutcome.Reset;
  }

  static boolean isAlert(HelloOutcome outcome, int code) {
    return outcome instanceof HelloOutcome.Alert alert && alert.code() == code;
  }

  /** The flight, where the server chose {@code version}. */
  static Optional<ServerFlight> accepted(HelloOutcome outcome, TlsVersion version) {
    return outcome instanceof HelloOutcome.Accepted(ServerFlight flight)
            && flight.version() == Versions.code(version)
        ? Optional.of(flight)
        : Optional.empty();
  }

  /** In a few words. */
  static String words(HelloOutcome outcome) {
    return switch (outcome) {
      case HelloOutcome.Accepted(ServerFlight flight) ->
          Versions.of(flight.version()).map(TlsVersion::label).orElse("an unknown version")
              + " was chosen";
      case HelloOutcome.Ssl2Accepted a -> "SSLv2 was chosen";
      case HelloOutcome.Ssl2Refused(int code) -> "SSLv2 error " + code;
      case HelloOutcome.Alert(int level, int code) -> "alert " + TlsAlerts.named(code).name();
      case HelloOutcome.Closed c -> "the connection was closed";
      case HelloOutcome.Reset r -> "the connection was reset";
      case HelloOutcome.Silent s -> "no answer came";
      case HelloOutcome.NotTls n -> "the answer was not TLS";
      case HelloOutcome.Malformed(String why) -> "the answer breaks the protocol: " + why;
      case HelloOutcome.Excessive e -> "the answer was too long";
    };
  }
}
