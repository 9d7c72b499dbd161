package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.text.Words;
import java.util.List;

/** Some MX hosts of a domain have TLSA records, and others do not. */
public final class DaneAbsentOnSome extends OneRemedyDomainCheck {
  public DaneAbsentOnSome() {
    super(
        "dane-absent-on-some",
        "Do all MX hosts have TLSA records, if any has?",
        Remedy.of("Publish TLSA records for the other MX hosts too, or take those hosts out."));
  }

  private record Held(HostContext host, Dane dane) {
    boolean isProtected() {
      return dane instanceof Dane.Usable;
    }

    boolean isOpen() {
      return dane instanceof Dane.NotUsed || dane instanceof Dane.Unusable;
    }
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<Held> hosts =
        context.mailHosts().stream().map(h -> new Held(h, Dane.of(h, DaneCheck.port(h)))).toList();
    List<Held> open = hosts.stream().filter(Held::isOpen).toList();
    if (hosts.stream().noneMatch(Held::isProtected)) {
      return new Judgement.NotApplicable("no MX host has usable TLSA records");
    }
    return open.isEmpty() ? without(hosts) : failure(context, hosts, open);
  }

  private static Judgement without(List<Held> hosts) {
    return hosts.stream().allMatch(Held::isProtected)
        ? Judgement.pass()
        : new Judgement.Inconclusive("the TLSA records of some MX hosts are not known");
  }

  private Judgement failure(DomainContext context, List<Held> hosts, List<Held> open) {
    List<String> names = open.stream().map(h -> h.host.host().label()).toList();
    return withRemedy(Severity.NOTICE, context)
        .title("there are no usable TLSA records for " + Words.list(names))
        .evidence(
            hosts.stream()
                .flatMap(h -> DaneCheck.lookup(h.host).map(TlsaLookup::answer).stream())
                .flatMap(answer -> Dns.lines(answer).stream())
                .toList())
        .why(
            "An attacker keeps senders from the hosts that have them, and gets the mail of the"
                + " domain by way of the others.")
        .see(Reference.rfc(7672, "2.2"))
        .reproduce(
            open.stream()
                .flatMap(h -> DaneCheck.lookup(h.host).map(TlsaLookup::answer).stream())
                .findFirst()
                .map(Dns::delv)
                .orElse(""))
        .fail();
  }
}
