package dev.smtpscope.bulk.table;

import static dev.smtpscope.bulk.table.Column.maybeFlag;
import static dev.smtpscope.bulk.table.Column.maybeMillis;
import static dev.smtpscope.bulk.table.Column.maybeNumber;
import static dev.smtpscope.bulk.table.Column.maybeText;
import static dev.smtpscope.bulk.table.Column.maybeTime;
import static dev.smtpscope.bulk.table.Column.maybeWord;
import static dev.smtpscope.bulk.table.Column.text;
import static dev.smtpscope.bulk.table.Column.word;

import dev.smtpscope.bulk.row.CertificateRow;
import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.Ids;
import dev.smtpscope.bulk.row.TlsRow;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.target.Addresses;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of results.parquet, as docs/scan.md describes them. */
public final class ResultColumns {
  /** All, in their order. */
  public static final List<Column<Line>> ALL =
      Stream.of(target(), server(), dialogue(), tls(), certificate(), times(), findings())
          .flatMap(List::stream)
          .toList();

  private ResultColumns() {}

  private static List<Column<Line>> target() {
    return List.of(
        text("target", line -> line.target().input()),
        text("name", line -> line.target().name()),
        word("kind", line -> line.target().kind()),
        maybeTime("observed_at", line -> Optional.of(line.target().observedAt())),
        word("outcome", line -> line.target().outcome()),
        maybeWord("mx", line -> line.target().mx()),
        maybeText("provider", line -> line.target().provider()),
        maybeWord("mta_sts", line -> line.target().mtaSts()),
        maybeWord("dane", line -> line.target().dane()),
        text("target_findings", line -> TargetColumns.ids(line.target().findings())));
  }

  private static List<Column<Line>> server() {
    return List.of(
        maybeText("host", line -> line.maybeAt(EndpointRow::host)),
        maybeText("host_provider", line -> line.maybeAt(EndpointRow::provider)),
        maybeNumber("preference", line -> line.maybeAt(EndpointRow::preference)),
        maybeText("address", line -> line.at(e -> Addresses.text(e.address()))),
        maybeNumber("port", line -> line.at(EndpointRow::port)),
        maybeWord("role", line -> line.at(EndpointRow::role)),
        maybeWord("state", line -> line.at(EndpointRow::state)),
        maybeText("sentence", line -> line.at(EndpointRow::sentence)),
        maybeText("software", line -> line.maybeAt(EndpointRow::software)),
        maybeText("software_version", line -> line.maybeAt(EndpointRow::softwareVersion)),
        maybeText("server_name", line -> line.maybeAt(EndpointRow::serverName)));
  }

  private static List<Column<Line>> dialogue() {
    return List.of(
        maybeWord("dial", line -> line.at(EndpointRow::dial)),
        maybeWord("failed_at", line -> line.maybeAt(EndpointRow::failedAt)),
        maybeNumber("greeting_code", line -> line.maybeAt(EndpointRow::greetingCode)),
        maybeText("greeting", line -> line.maybeAt(EndpointRow::greeting)),
        maybeNumber("ehlo_code", line -> line.maybeAt(EndpointRow::ehloCode)),
        maybeNumber("starttls_code", line -> line.maybeAt(EndpointRow::startTlsCode)),
        maybeNumber("quit_code", line -> line.maybeAt(EndpointRow::quitCode)),
        maybeText("capabilities", line -> line.at(e -> String.join(" ", e.capabilities()))));
  }

  private static List<Column<Line>> tls() {
    return List.of(
        maybeWord("tls", line -> line.at(EndpointRow::tls)),
        maybeWord("tls_version", line -> session(line).map(TlsRow::version)),
        maybeText("tls_suite", line -> session(line).map(TlsRow::suite)),
        maybeText("tls_group", line -> session(line).flatMap(TlsRow::group)),
        maybeFlag("post_quantum", line -> session(line).map(TlsRow::postQuantum)),
        maybeText("tls_signature", line -> session(line).flatMap(TlsRow::signature)),
        maybeWord("server_dane", line -> line.maybeAt(EndpointRow::dane)));
  }

  private static List<Column<Line>> certificate() {
    return List.of(
        maybeWord("certificate", line -> session(line).map(TlsRow::certificateState)),
        maybeText("certificate_sha256", line -> leaf(line).map(CertificateRow::sha256)),
        maybeText("certificate_subject", line -> leaf(line).map(CertificateRow::subject)),
        maybeText("certificate_issuer", line -> leaf(line).map(CertificateRow::issuer)),
        maybeTime("certificate_from", line -> leaf(line).flatMap(CertificateRow::notBefore)),
        maybeTime("certificate_until", line -> leaf(line).flatMap(CertificateRow::notAfter)),
        maybeText("certificate_key", line -> leaf(line).map(CertificateRow::key)),
        maybeText(
            "certificate_signature", line -> leaf(line).map(CertificateRow::signatureAlgorithm)));
  }

  private static List<Column<Line>> times() {
    return Stream.concat(
            Stream.of(Stage.values()).map(ResultColumns::time),
            Stream.of(
                Column.<Line>maybeMillis("elapsed_ms", line -> line.at(EndpointRow::elapsed))))
        .toList();
  }

  private static Column<Line> time(Stage stage) {
    return maybeMillis(stage.name().toLowerCase(Locale.ROOT) + "_ms", line -> time(line, stage));
  }

  private static Optional<Duration> time(Line line, Stage stage) {
    return line.maybeAt(e -> Optional.ofNullable(e.times().get(stage)));
  }

  private static List<Column<Line>> findings() {
    return List.of(
        maybeText("worst", line -> line.maybeAt(EndpointRow::worst).map(Ids::of)),
        maybeText("findings", line -> line.at(e -> TargetColumns.ids(e.findings()))));
  }

  private static Optional<TlsRow> session(Line line) {
    return line.maybeAt(EndpointRow::session);
  }

  private static Optional<CertificateRow> leaf(Line line) {
    return session(line).flatMap(TlsRow::certificate);
  }
}
