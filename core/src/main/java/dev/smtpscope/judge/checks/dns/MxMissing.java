package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.time.Duration;
import java.util.List;

/** The domain has no MX record, and is its own mail host, if it has an address. */
public final class MxMissing extends OneRemedyDomainCheck {
  public MxMissing() {
    super(
        "mx-missing",
        "Does the domain have MX records?",
        Remedy.of(
            "Name the domain's mail server in an MX record. If the domain is to take no mail,"
                + " publish a null MX instead."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    if (!(context.mx() instanceof MxSet.Absent)) {
      return Judgement.pass();
    }
    return switch (lookup(context)) {
      case Lookup.NotFound none -> neither(context);
      case Lookup.Found found -> implicit(context);
      case Lookup.Literal literal -> implicit(context);
      case Lookup.Failed(var detail, var elapsed) ->
          new Judgement.Inconclusive(
              "there is no MX record; whether the domain has an address is not known: " + detail);
    };
  }

  private static Lookup lookup(DomainContext context) {
    return context.mailHosts().stream()
        .findFirst()
        .map(h -> h.host().lookup())
        .orElseGet(() -> new Lookup.Failed("it was not looked up", Duration.ZERO));
  }

  private Judgement neither(DomainContext context) {
    return withRemedy("no-address", Severity.ERROR, context)
        .title("the domain has neither an MX record nor an address")
        .evidence(MxRecords.lines(context))
        .evidence(Hosts.addressLines(context.mailHosts().getFirst()))
        .why(
            "Mail to it is returned. A domain that sends no mail and takes none says so with a"
                + " null MX, which spares senders their tries.")
        .publish("DNS", "the zone of " + context.domain(), List.of(context.domain() + ". MX 0 ."))
        .see(Reference.rfc(5321, "5.1"), Reference.rfc(7505, "3"))
        .reproduce(MxRecords.dig(context))
        .fail();
  }

  private Judgement implicit(DomainContext context) {
    String domain = context.domain().ascii();
    return withRemedy(Severity.NOTICE, context)
        .title("there is no MX record, so mail goes to the address of the domain itself")
        .evidence(MxRecords.lines(context))
        .evidence(Hosts.addressLines(context.mailHosts().getFirst()))
        .why(
            "Senders fall back on the domain's own address. That is the rule, but the address is"
                + " often a web server's, and some systems take a domain without MX records for one"
                + " that has no mail.")
        .publish("DNS", "the zone of " + domain, List.of(domain + ". MX 10 mail." + domain + "."))
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(MxRecords.dig(context))
        .fail();
  }
}
