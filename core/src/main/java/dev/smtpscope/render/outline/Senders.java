package dev.smtpscope.render.outline;

import dev.smtpscope.judge.DomainInsight;
import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.judge.sender.Sender;
import dev.smtpscope.judge.sender.SenderTable;
import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What senders would do, as tables. */
final class Senders {
  private Senders() {}

  /** For the domain as a whole, and host by host where {@code details} are wanted. */
  static Optional<Block> of(Report report, boolean details) {
    return report
        .verdicts()
        .domain()
        .map(DomainInsight::senders)
        .map(table -> new Block.Section("What senders would do", body(table, details)));
  }

  private static List<Block> body(SenderTable table, boolean details) {
    List<Block> body = new ArrayList<>();
    body.add(table("The domain", table::whole));
    if (details && table.rows().size() > 1) {
      table
          .rows()
          .forEach(row ->
              body.add(
                  new Block.Section(
                      row.host() + ", preference " + row.preference(),
                      List.of(table(row.host(), row::of)))));
    }
    return body;
  }

  private static Block table(String heading, Function<Sender, Prediction> of) {
    return new Block.Table(
        List.of("Sender", heading), Stream.of(Sender.values()).map(of).map(Senders::row).toList());
  }

  private static Block.Row row(Prediction p) {
    String type = p.failure().map(f -> " (" + f.id() + ")").orElse("");
    return new Block.Row(
        Mark.of(p), List.of(p.sender().label(), p.delivery().label() + ": " + p.reason() + type));
  }
}
