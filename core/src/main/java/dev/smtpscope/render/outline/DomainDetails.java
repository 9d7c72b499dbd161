package dev.smtpscope.render.outline;

import dev.smtpscope.report.Report;
import java.util.ArrayList;
import java.util.List;

/** All that is known of a mail domain beside its servers. */
final class DomainDetails {
  private DomainDetails() {}

  static List<Block> of(Report report) {
    List<Block> blocks = new ArrayList<>();
    List<Block> records = new ArrayList<>();
    records.add(new Block.Pairs(DomainPairs.of(report)));
    List<String> policy = DomainPairs.policyLines(report.facts());
    if (!policy.isEmpty()) {
      records.add(section("MTA-STS policy", new Block.Verbatim(policy, 0)));
    }
    blocks.add(new Block.Section("What the domain publishes", records));
    List<String> dane = DaneWords.lines(report);
    if (!dane.isEmpty()) {
      blocks.add(new Block.Section("DANE", List.of(new Block.Verbatim(dane, 2))));
    }
    List<Block> ready = ready(report);
    if (!ready.isEmpty()) {
      blocks.add(new Block.Section("Ready to publish", ready));
    }
    return blocks;
  }

  private static List<Block> ready(Report report) {
    List<Block> ready = new ArrayList<>();
    List<String> policy = ReadyLines.policy(report);
    if (!policy.isEmpty()) {
      ready.add(section("MTA-STS policy", new Block.Copyable(policy)));
      ready.add(
          section(
              "MTA-STS record", new Block.Copyable(List.of(ReadyLines.record(report.facts())))));
    }
    List<String> tlsa = ReadyLines.tlsa(report.facts());
    if (!tlsa.isEmpty()) {
      ready.add(section("TLSA records", new Block.Copyable(tlsa)));
    }
    return ready;
  }

  private static Block section(String title, Block body) {
    return new Block.Section(title, List.of(body));
  }
}
