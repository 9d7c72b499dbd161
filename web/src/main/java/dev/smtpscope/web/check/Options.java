package dev.smtpscope.web.check;

import dev.smtpscope.facts.audit.AuditDepth;
import dev.smtpscope.probe.Budget;
import dev.smtpscope.probe.audit.AuditOptions;
import dev.smtpscope.scan.ScanOptions;
import java.time.Duration;

/** Makes a scan's options of what was asked for and of what the service works with. */
final class Options {
  private Options() {}

  static ScanOptions toScan(ScanChoices choices, CheckSettings settings) {
    return with(budget(choices.timeout(), Budget.STANDARD.lookup()), choices, settings);
  }

  /** Those to find a target's servers by, while whoever asks waits. */
  static ScanOptions toFind(ScanChoices choices, CheckSettings settings) {
    return with(budget(choices.timeout(), settings.limits().lookup()), choices, settings);
  }

  private static ScanOptions with(Budget budget, ScanChoices choices, CheckSettings settings) {
    return ScanOptions.STANDARD
        .but()
        .budget(budget)
        .addresses(choices.addresses())
        .sni(choices.sni())
        .referenceName(choices.referenceName())
        .ehloName(choices.ehloName().or(settings::ehloName))
        .source(settings.source())
        .policy(settings.access().addresses())
        .audit(choices.tlsAudit().map(depth -> audit(depth, budget.whole())))
        .build();
  }

  private static AuditOptions audit(AuditDepth depth, Duration whole) {
    AuditOptions usual = AuditOptions.of(depth);
    return new AuditOptions(depth, usual.parallel(), usual.pace(), shorter(usual.limit(), whole));
  }

  private static Budget budget(Duration whole, Duration lookup) {
    Budget usual = Budget.STANDARD;
    return new Budget(
        whole,
        shorter(lookup, whole),
        shorter(usual.connect(), whole),
        shorter(usual.greeting(), whole),
        shorter(usual.reply(), whole),
        shorter(usual.handshake(), whole));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
