package dev.smtpscope.render.html;

import dev.smtpscope.judge.sender.Prediction;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.judge.sender.Sender;
import dev.smtpscope.judge.sender.SenderTable;
import dev.smtpscope.render.outline.Mark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What senders would do.
 *
 * @param hosts the headings of the columns after that of the domain; none for a single host
 */
record SenderView(List<String> hosts, List<Row> rows) {
  /** One kind of sender. */
  record Row(String sender, String description, Cell whole, List<Cell> hosts) {}

  /**
   * What becomes of its mail.
   *
   * @param type as the sender would report it
   */
  record Cell(String where, Mark mark, String words, String reason, Optional<String> type) {
    static Cell of(String where, Prediction prediction) {
      return new Cell(
          where,
          Mark.of(prediction),
          prediction.delivery().label(),
          prediction.reason(),
          prediction.failure().map(ResultType::id));
    }
  }

  static SenderView of(SenderTable table) {
    List<SenderTable.Row> hosts = table.rows().size() > 1 ? table.rows() : List.of();
    return new SenderView(
        hosts.stream().map(SenderTable.Row::host).toList(),
        Stream.of(Sender.values()).map(sender -> row(sender, table, hosts)).toList());
  }

  private static Row row(Sender sender, SenderTable table, List<SenderTable.Row> hosts) {
    return new Row(
        sender.label(),
        sender.description(),
        Cell.of("The domain", table.whole(sender)),
        hosts.stream().map(row -> Cell.of(row.host(), row.of(sender))).toList());
  }
}
