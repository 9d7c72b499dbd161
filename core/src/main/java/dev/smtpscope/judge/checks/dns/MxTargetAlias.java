package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.Optional;

/** An MX record points to a name that is an alias. */
public final class MxTargetAlias extends OneRemedyDomainCheck {
  public MxTargetAlias() {
    super(
        "mx-target-alias",
        "Do the MX records name hosts without an alias?",
        Remedy.of(
            "Put the host's own name, at the end of the alias, into the MX record; or replace the"
                + " CNAME record by A and AAAA records. Then see to it that the certificate, TLSA"
                + " records and MTA-STS policy have that name."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    if (context.mx() instanceof MxSet.Absent) {
      return Judgement.pass();
    }
    return Judgement.of(
        context.mailHosts().stream().flatMap(host -> finding(context, host).stream()).toList());
  }

  private Optional<Finding> finding(DomainContext context, HostContext host) {
    return host.host().answers().stream()
        .filter(answer -> !answer.aliases().isEmpty())
        .findFirst()
        .map(answer -> finding(context, host, answer));
  }

  private Finding finding(DomainContext context, HostContext host, DnsAnswer answer) {
    String name = host.host().label();
    return withRemedy(Severity.WARNING, context)
        .title("the MX host " + name + " is an alias of " + answer.canonicalName())
        .evidence(
            MxRecords.listed(context).stream()
                .filter(mx -> mx.exchange().text().equals(name))
                .map(mx -> MxRecords.line(context, mx))
                .toList())
        .evidence(Dns.lines(answer))
        .why(
            "The target of an MX record must not be a CNAME. Most senders follow it all the same;"
                + " strict ones refuse, and which of the names the certificate has to have differs"
                + " from sender to sender.")
        .see(Reference.rfc(5321, "5.1"), Reference.rfc(2181, "10.3"))
        .reproduce(Dns.dig(answer))
        .build();
  }
}
