package dev.smtpscope.bulk.summary;

import dev.smtpscope.bulk.row.CertificateRow;
import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.Ids;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.row.TlsRow;
import dev.smtpscope.report.EndpointState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Something by which targets and servers are divided. */
sealed interface Quality {
  String id();

  String title();

  /** What {@code row} has of it, where it is known. */
  Optional<String> of(TargetRow row);

  /** One that a target has as a whole. */
  record OfTarget(String id, String title, Function<TargetRow, Optional<String>> value)
      implements Quality {
    @Override
    public Optional<String> of(TargetRow row) {
      return value.apply(row);
    }
  }

  /** One that servers have. A target has that of its most preferred server that shows it. */
  record OfServer(String id, String title, Function<EndpointRow, Optional<String>> value)
      implements Quality {
    @Override
    public Optional<String> of(TargetRow row) {
      return row.first(value);
    }
  }

  /** All, in the order in which they are told. */
  List<Quality> ALL =
      List.of(
          new OfTarget("outcome", "Outcome", row -> word(row.outcome())),
          new OfServer("state", "State of servers", e -> word(e.state())),
          new OfServer("starttls", "STARTTLS", e -> e.startTls().map(Ids::of)),
          new OfServer("tls-version", "TLS version", of(s -> word(s.version()))),
          new OfServer("certificate", "Certificate", of(s -> word(s.certificateState()))),
          new OfServer("post-quantum", "Key exchange, post-quantum", of(Quality::strength)),
          new OfServer("tls-group", "Key exchange group", of(TlsRow::group)),
          new OfServer("tls-suite", "Cipher suite", of(s -> Optional.of(s.suite()))),
          new OfServer("certificate-key", "Certificate key", of(Quality::key)),
          new OfServer("dane", "DANE", e -> e.dane().map(Ids::of)),
          new OfTarget("mta-sts", "MTA-STS mode", row -> row.mtaSts().map(Ids::of)),
          new OfTarget("mx", "MX records", row -> row.mx().map(Ids::of)),
          new OfTarget("provider", "Provider", TargetRow::provider),
          new OfServer("software", "Server software", Quality::software),
          new OfServer("dial", "Connection", e -> word(e.dial())),
          new OfServer("failed-at", "Where it went wrong", e -> e.failedAt().map(Ids::of)),
          new OfServer("greeting-code", "Greeting code", e -> e.greetingCode().map(Quality::code)),
          new OfServer("ehlo-code", "EHLO code", e -> e.ehloCode().map(Quality::code)),
          new OfServer("port", "Port", e -> Optional.of(String.valueOf(e.port()))));

  private static Function<EndpointRow, Optional<String>> of(
      Function<TlsRow, Optional<String>> value) {
    return endpoint -> endpoint.session().flatMap(value);
  }

  private static Optional<String> word(Enum<?> constant) {
    return Optional.of(Ids.of(constant));
  }

  private static Optional<String> strength(TlsRow session) {
    return Optional.of(session.postQuantum() ? "post-quantum" : "classical");
  }

  private static Optional<String> key(TlsRow session) {
    return session.certificate().map(CertificateRow::key).filter(key -> !key.isEmpty());
  }

  private static Optional<String> software(EndpointRow endpoint) {
    return endpoint.state() == EndpointState.OPEN
        ? Optional.of(endpoint.software().orElse("not told"))
        : Optional.empty();
  }

  private static String code(int code) {
    return String.valueOf(code);
  }
}
