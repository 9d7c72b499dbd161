package dev.smtpscope.bulk.table;

import static dev.smtpscope.bulk.table.Column.maybeMillis;
import static dev.smtpscope.bulk.table.Column.maybeText;
import static dev.smtpscope.bulk.table.Column.maybeTime;
import static dev.smtpscope.bulk.table.Column.maybeWord;
import static dev.smtpscope.bulk.table.Column.number;
import static dev.smtpscope.bulk.table.Column.text;
import static dev.smtpscope.bulk.table.Column.word;

import dev.smtpscope.bulk.row.EndpointRow;
import dev.smtpscope.bulk.row.Noted;
import dev.smtpscope.bulk.row.TargetRow;
import dev.smtpscope.bulk.row.TlsRow;
import dev.smtpscope.bulk.row.TlsState;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.report.EndpointState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of targets.csv, as docs/scan.md describes them. */
public final class TargetColumns {
  /** All, in their order. */
  public static final List<Column<TargetRow>> ALL =
      List.of(
          text("target", TargetRow::input),
          text("name", TargetRow::name),
          word("kind", TargetRow::kind),
          maybeTime("observed_at", row -> Optional.of(row.observedAt())),
          maybeMillis("elapsed_ms", row -> Optional.of(row.elapsed())),
          word("outcome", TargetRow::outcome),
          text("sentence", TargetRow::sentence),
          maybeWord("mx", TargetRow::mx),
          text("hosts", row -> String.join(" ", row.hosts())),
          maybeText("provider", TargetRow::provider),
          maybeWord("mta_sts", TargetRow::mtaSts),
          maybeWord("dane", TargetRow::dane),
          maybeWord("starttls", row -> row.first(EndpointRow::startTls)),
          maybeWord("tls_version", row -> session(row).map(TlsRow::version)),
          maybeText("tls_group", row -> session(row).flatMap(TlsRow::group)),
          maybeWord("certificate", row -> session(row).map(TlsRow::certificateState)),
          maybeText("software", row -> row.first(EndpointRow::software)),
          number("endpoints", row -> row.endpoints().size()),
          number("open", TargetColumns::open),
          number("with_tls", TargetColumns::withTls),
          number("errors", row -> count(row, Severity.ERROR)),
          number("warnings", row -> count(row, Severity.WARNING)),
          number("notices", row -> count(row, Severity.NOTICE)),
          number("infos", row -> count(row, Severity.INFO)),
          text("findings", row -> ids(row.allFindings())));

  private TargetColumns() {}

  static String ids(List<Noted> findings) {
    return findings.stream().map(Noted::id).collect(Collectors.joining(" "));
  }

  private static Optional<TlsRow> session(TargetRow row) {
    return row.first(EndpointRow::session);
  }

  private static int open(TargetRow row) {
    return (int) row.endpoints().stream().filter(e -> e.state() == EndpointState.OPEN).count();
  }

  private static int withTls(TargetRow row) {
    return (int) row.endpoints().stream().filter(e -> e.tls() == TlsState.ESTABLISHED).count();
  }

  private static int count(TargetRow row, Severity severity) {
    return row.counts().getOrDefault(severity, 0);
  }
}
