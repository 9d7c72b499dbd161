package dev.smtpscope.render.outline;

import dev.smtpscope.facts.AddressChoice;
import dev.smtpscope.facts.Facts;
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
    facts.target().remark().map(r -> "Note: " + r + ".").ifPresent(remarks::add);
    if (facts.interrupted()) {
      remarks.add("Note: the check was stopped early; this is what was known by then.");
    }
    AddressChoice addresses = facts.addresses();
    if (!addresses.leftOut().isEmpty()) {
      remarks.add(leftOut(addresses));
    }
    return remarks;
  }

  private static String leftOut(AddressChoice addresses) {
    List<String> texts = addresses.leftOut().stream().map(Addresses::text).toList();
    return "Note: not tested: " + Words.list(texts) + " (" + addresses.why() + ").";
  }
}
