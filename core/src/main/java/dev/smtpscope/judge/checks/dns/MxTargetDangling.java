package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reachability;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import dev.smtpscope.text.Words;
import java.util.List;

/** An MX record points to a name without an address. */
public final class MxTargetDangling extends OneRemedyDomainCheck {
  public MxTargetDangling() {
    super(
        "mx-target-dangling",
        "Does every MX host have an address?",
        Remedy.of(
            "Publish A and AAAA records for the host, correct the name in the MX record, or take"
                + " the record out if the host is gone."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    if (context.mx() instanceof MxSet.Absent) {
      return Judgement.pass();
    }
    List<HostContext> dangling =
        context.mailHosts().stream().filter(h -> Hosts.is(h, Reachability.NO_ADDRESS)).toList();
    return dangling.isEmpty() ? whereKnown(context) : failure(context, dangling);
  }

  private static Judgement whereKnown(DomainContext context) {
    return context.mailHosts().stream()
        .filter(h -> h.host().lookup() instanceof Lookup.Failed)
        .findFirst()
        .<Judgement>map(h ->
            new Judgement.Inconclusive(
                "the addresses of " + h.host().label() + " could not be looked up"))
        .orElseGet(Judgement::pass);
  }

  private Judgement failure(DomainContext context, List<HostContext> dangling) {
    boolean all = dangling.size() == context.mailHosts().size();
    return withRemedy(all ? Severity.ERROR : Severity.WARNING, context)
        .title(
            all
                ? "no MX host has an address"
                : Words.count(dangling.size(), "MX host")
                    + " without an address: "
                    + Hosts.names(dangling))
        .evidence(MxRecords.lines(context))
        .evidence(dangling.stream().flatMap(h -> Hosts.addressLines(h).stream()).toList())
        .why(
            all
                ? "There is nowhere to deliver to: mail is delayed or returned."
                : "Senders lose time on it, and where the name's domain is free for anybody to"
                    + " register, so is the domain's mail.")
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(Reproduce.lookUp(dangling.getFirst().host().label()))
        .fail();
  }
}
