package dev.smtpscope.judge.checks;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What the DNS said, as lines of a finding, and the commands that ask again. */
public final class Dns {
  private static final int SHOWN = 12;
  private static final int WIDTH = 300;

  private Dns() {}

  /** The answer, line by line: aliases, records or their absence, a status that is bad. */
  public static List<String> lines(DnsAnswer answer) {
    List<String> lines = new ArrayList<>();
    answer.aliases().forEach(link -> lines.add(link.from() + " CNAME " + link.to()));
    lines.addAll(outcome(answer));
    if (answer.status() == DnssecStatus.BOGUS) {
      lines.add("DNSSEC: bogus: " + answer.reason());
    }
    return lines;
  }

  private static List<String> outcome(DnsAnswer answer) {
    String owner = answer.canonicalName() + " " + answer.question().type();
    return switch (answer.outcome()) {
      case DnsOutcome.Found(var records, var ttl, var omitted) -> found(owner, records);
      case DnsOutcome.NoData none -> List.of(owner + ": none");
      case DnsOutcome.NoSuchName none -> List.of(owner + ": no such name");
      case DnsOutcome.Failed(var kind, var detail) -> List.of(owner + ": no answer: " + detail);
    };
  }

  private static List<String> found(String owner, List<RecordData> records) {
    List<String> lines = new ArrayList<>();
    if (records.isEmpty()) {
      lines.add(owner + ": none that can be read");
    }
    records.stream().limit(SHOWN).forEach(r -> lines.add(owner + " " + data(r)));
    if (records.size() > SHOWN) {
      lines.add("(" + Words.count(records.size() - SHOWN, "more record") + ")");
    }
    return lines;
  }

  private static String data(RecordData data) {
    return switch (data) {
      case RecordData.Address(var address) -> Addresses.text(address);
      case RecordData.Cname(var target) -> target.text();
      case RecordData.Ptr(var name) -> name.text();
      case RecordData.Mx(var preference, var exchange) -> preference + " " + exchange;
      case RecordData.Srv(var priority, var weight, var port, var target) ->
          priority + " " + weight + " " + port + " " + target;
      case RecordData.Txt(var text, var strings) -> quoted(text);
      case RecordData.Tlsa(var usage, var selector, var type, var hex) ->
          usage + " " + selector + " " + type + " " + Words.shortened(hex, WIDTH);
      case RecordData.Malformed(var text) -> "(malformed) " + Words.shortened(text, WIDTH);
    };
  }

  /** Text as a zone file has it, shortened where it is long. */
  public static String quoted(String text) {
    return "\"" + Words.shortened(text, WIDTH).replace("\"", "\\\"") + "\"";
  }

  /** {@code dig} for what was asked. */
  public static String dig(DnsAnswer answer) {
    return Reproduce.command(
        List.of("dig", answer.question().name().text(), answer.question().type().name()));
  }

  /** {@code delv} for what was asked, which validates as well. */
  public static String delv(DnsAnswer answer) {
    return Reproduce.command(
        List.of("delv", answer.question().name().text(), answer.question().type().name()));
  }
}
