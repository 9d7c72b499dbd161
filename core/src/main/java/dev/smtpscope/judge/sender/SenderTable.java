package dev.smtpscope.judge.sender;

import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.mtasts.MtaSts;
import java.util.List;
import java.util.Optional;

/**
 * What each kind of sender does with mail for a domain, as far as one look tells.
 *
 * @param rows one for each MX host, the most preferred first
 * @param whole for the domain, over all preferences
 */
public record SenderTable(List<Row> rows, List<Prediction> whole) {
  public SenderTable {
    rows = List.copyOf(rows);
    whole = List.copyOf(whole);
  }

  /**
   * One MX host, all its addresses together.
   *
   * @param predictions one for each sender, in the order of {@link Sender}
   */
  public record Row(String host, int preference, List<Prediction> predictions) {
    public Row {
      predictions = List.copyOf(predictions);
    }

    /** What the host means for {@code sender}. */
    public Prediction of(Sender sender) {
      return SenderTable.of(sender, predictions);
    }
  }

  /** What the domain means for {@code sender}. */
  public Prediction whole(Sender sender) {
    return of(sender, whole);
  }

  private static Prediction of(Sender sender, List<Prediction> predictions) {
    return predictions.stream().filter(p -> p.sender() == sender).findFirst().orElseThrow();
  }

  /** The predictions for the domain of {@code context}. */
  public static SenderTable of(DomainContext context) {
    return of(context, MtaSts.of(context));
  }

  /** The same, where the policy was judged already. */
  public static SenderTable of(DomainContext context, MtaSts sts) {
    MxTrust mx = MxTrust.of(context);
    List<Row> rows =
        context.mailHosts().stream()
            .map(host -> new HostVisits(context, host, mx, sts).row())
            .toList();
    List<Prediction> whole =
        List.of(Sender.values()).stream()
            .map(sender -> new Journey(context, rows, mx).outcome(sender).by(sender))
            .toList();
    return new SenderTable(rows, whole);
  }

  /** The row of {@code host}, where there is one. */
  public Optional<Row> row(String host) {
    return rows.stream().filter(row -> row.host().equals(host)).findFirst();
  }
}
