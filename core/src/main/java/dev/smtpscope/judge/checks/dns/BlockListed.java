package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.BlockListLookup;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyHostCheck;
import dev.smtpscope.target.Addresses;
import java.util.List;
import java.util.stream.Stream;

/** A block list that the user asked about has an entry for an address. */
public final class BlockListed extends OneRemedyHostCheck {
  public BlockListed() {
    super(
        "block-listed",
        "Are the addresses on none of the block lists?",
        Remedy.of(
            "Read the list's reason, see to its cause, such as an open relay, a broken-in account"
                + " or an infected machine, and ask the list's operator to take the address out."));
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    return lookups(context).isEmpty()
        ? Applicability.not("no block list was to be asked about it")
        : Applicability.applies();
  }

  @Override
  public Judgement judge(HostContext context) {
    List<BlockListLookup> all = lookups(context);
    List<Finding> findings =
        all.stream()
            .filter(lookup -> Listing.of(lookup) instanceof Listing.Listed)
            .map(lookup -> finding(context, lookup))
            .toList();
    return findings.isEmpty() ? withoutFinding(all) : Judgement.of(findings);
  }

  private static Judgement withoutFinding(List<BlockListLookup> all) {
    List<String> untold =
        all.stream()
            .flatMap(lookup ->
                Listing.of(lookup) instanceof Listing.Untold(var why)
                    ? Stream.of(lookup.zone() + ": " + why)
                    : Stream.of())
            .distinct()
            .toList();
    return untold.isEmpty()
        ? Judgement.pass()
        : new Judgement.Inconclusive(String.join("; ", untold));
  }

  private static List<BlockListLookup> lookups(HostContext context) {
    return context.facts().records().blockLists().stream()
        .filter(lookup ->
            context.facts().hosts().stream()
                .filter(h -> h.addresses().tested().contains(lookup.address()))
                .findFirst()
                .filter(context.host()::equals)
                .isPresent())
        .toList();
  }

  private Finding finding(HostContext context, BlockListLookup lookup) {
    return withRemedy(Severity.WARNING, context)
        .title(Addresses.text(lookup.address()) + " is on the block list " + lookup.zone())
        .evidence(Dns.lines(lookup.codes()))
        .evidence(lookup.reason().map(Dns::lines).orElseGet(List::of))
        .why(
            "Receivers that use the list refuse mail sent from this address, or rate it lower."
                + " Mail that comes in is not affected. What the codes mean is for the list's"
                + " operator to say.")
        .see(Reference.rfc(5782, "2.1"))
        .reproduce(Dns.dig(lookup.codes()))
        .build();
  }
}
