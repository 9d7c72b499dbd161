package dev.smtpscope.render.outline;

import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.DnssecStatus;
import dev.smtpscope.facts.dns.RecordData;
import dev.smtpscope.facts.dns.Validation;
import dev.smtpscope.judge.dane.Association;
import dev.smtpscope.target.Addresses;
import java.util.Locale;
import java.util.stream.Collectors;

/** DNS answers in words. */
public final class DnsWords {
  private DnsWords() {}

  /** One word. */
  public static String status(DnssecStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** The records, or why there are none. */
  public static String said(DnsAnswer answer) {
    return switch (answer.outcome()) {
      case DnsOutcome.Found found ->
          found.records().stream().map(DnsWords::data).collect(Collectors.joining(", "))
              + (found.omitted() > 0 ? " and " + found.omitted() + " more" : "");
      case DnsOutcome.NoData none -> "no such record";
      case DnsOutcome.NoSuchName none -> "no such name";
      case DnsOutcome.Failed(var kind, String detail) -> "no answer: " + detail;
    };
  }

  /** The way along aliases, the DNSSEC status where it is not secure, and how that was found. */
  public static String how(DnsAnswer answer) {
    String aliases =
        answer.aliases().stream()
            .map(link -> "alias of " + link.to() + " (" + status(link.dnssec().status()) + "); ")
            .collect(Collectors.joining());
    String reason = answer.reason().isEmpty() ? "" : answer.reason() + "; ";
    return aliases + reason + validation(answer.dnssec().validation());
  }

  private static String validation(Validation validation) {
    return switch (validation) {
      case Validation.Local local -> "validated here";
      case Validation.Resolver(String why) -> "by the word of the local resolver: " + why;
      case Validation.None(String why) -> "not validated: " + why;
    };
  }

  /** As a zone file has it. */
  static String data(RecordData data) {
    return switch (data) {
      case RecordData.Address(var address) -> Addresses.text(address);
      case RecordData.Cname(var target) -> target.text();
      case RecordData.Ptr(var name) -> name.text();
      case RecordData.Mx(int preference, var exchange) -> preference + " " + exchange;
      case RecordData.Srv(int priority, int weight, int port, var target) ->
          priority + " " + weight + " " + port + " " + target;
      case RecordData.Txt(String text, var strings) -> '"' + text + '"';
      case RecordData.Tlsa tlsa -> Association.text(tlsa);
      case RecordData.Malformed(String text) -> "malformed: " + text;
    };
  }
}
