package dev.smtpscope.judge;

import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.sender.SenderTable;

/** What was concluded about a mail domain beside the checks. */
public record DomainInsight(MtaSts mtaSts, SenderTable senders) {
  static DomainInsight of(DomainContext context) {
    MtaSts mtaSts = MtaSts.of(context);
    return new DomainInsight(mtaSts, SenderTable.of(context, mtaSts));
  }
}
