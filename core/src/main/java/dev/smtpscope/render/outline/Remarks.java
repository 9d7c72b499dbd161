package dev.smtpscope.render.outline;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know of how the scan was done before reading on. */
public final class Remarks {
  private Remarks() {}

  /** Whole sentences; mostly none. */
  public static List<String> of(Facts facts) {
    List<String> remarks = new ArrayList<>();
    if (facts.target().name().isPresent()) {
      remarks.add(taken(facts));
    }
    if (facts.interrupted()) {
      remarks.add("Note: the check was stopped early; this is what was known by then.");
    }
    if (!facts.route().leftOut().isEmpty()) {
      remarks.add("Note: mail hosts not tested: " + leftOut(facts.route().leftOut()) + ".");
    }
    facts.hosts().stream()
        .map(MailHost::addresses)
        .filter(addresses -> !addresses.leftOut().isEmpty())
        .map(Remarks::leftOut)
        .forEach(remarks::add);
    return remarks;
  }

  private static String taken(Facts facts) {
    return "Taken as a "
        + (facts.route().isDomain() ? "mail domain" : "host")
        + ": "
        + facts.route().why()
        + ".";
  }

  private static String leftOut(List<DnsName> hosts) {
    return Words.list(hosts.stream().map(DnsName::text).toList()) + " (there are too many)";
  }

  private static String leftOut(AddressChoice addresses) {
    List<String> texts = addresses.leftOut().stream().map(Addresses::text).toList();
    return "Note: not tested: " + Words.list(texts) + " (" + addresses.why() + ").";
  }
}
