package dev.smtpscope.cli.option;

import dev.smtpscope.scan.AddressFilter;
import dev.smtpscope.scan.ScanOptions;
import dev.smtpscope.scan.ScanOptionsBuilder;

/** What flags say alike of one target and of many. */
final class CommonOptions {
  private CommonOptions() {}

  static ScanOptionsBuilder of(TargetFlags target, ClientFlags client) {
    AddressFilter addresses = target.addresses();
    client
        .source
        .value()
        .ifPresent(
            source -> TargetFlags.requireFamily("--source-address", source, addresses.family()));
    return ScanOptions.STANDARD
        .but()
        .addresses(addresses)
        .ehloName(client.ehloName())
        .source(client.source.value())
        .queries(target.queries());
  }
}
