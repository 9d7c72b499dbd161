package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.Lookup;
import dev.smtpscope.facts.MailHost;
import dev.smtpscope.facts.dns.DnsAnswer;
import dev.smtpscope.facts.dns.DnsOutcome;
import dev.smtpscope.facts.dns.RecordType;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.net.Inet6Address;
import java.util.List;
import java.util.Optional;

/** No MX host can be reached over IPv6. */
public final class MxNoIpv6 extends OneRemedyDomainCheck {
  public MxNoIpv6() {
    super(
        "mx-no-ipv6",
        "Does any MX host have an IPv6 address?",
        Remedy.of(
            "Where the network has IPv6, have the mail server listen on it, see to its reverse DNS"
                + " and publish an AAAA record for the host."));
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<MailHost> hosts = context.mailHosts().stream().map(HostContext::host).toList();
    if (hosts.stream().anyMatch(MxNoIpv6::hasV6)) {
      return Judgement.pass();
    }
    List<DnsAnswer> answers = hosts.stream().flatMap(h -> v6(h).stream()).toList();
    boolean known =
        !answers.isEmpty()
            && answers.size() == hosts.size()
            && answers.stream().noneMatch(a -> a.outcome() instanceof DnsOutcome.Failed)
            && context.route().leftOut().isEmpty();
    boolean any = hosts.stream().anyMatch(h -> h.lookup() instanceof Lookup.Found);
    if (known && !any) {
      return new Judgement.NotApplicable("no MX host has an address at all");
    }
    return known
        ? failure(context, answers)
        : new Judgement.Inconclusive("not every MX host could be looked up");
  }

  private static boolean hasV6(MailHost host) {
    return host.lookup() instanceof Lookup.Found(var addresses, var elapsed)
        && addresses.stream().anyMatch(a -> a instanceof Inet6Address);
  }

  private static Optional<DnsAnswer> v6(MailHost host) {
    return host.answers().stream().filter(a -> a.question().type() == RecordType.AAAA).findFirst();
  }

  private Judgement failure(DomainContext context, List<DnsAnswer> answers) {
    return withRemedy(Severity.INFO, context)
        .title("no MX host has an IPv6 address")
        .evidence(answers.stream().flatMap(a -> Dns.lines(a).stream()).toList())
        .why("Senders that have IPv6 alone can't deliver. They are few today.")
        .see(Reference.rfc(5321, "5.2"))
        .reproduce(Dns.dig(answers.getFirst()))
        .fail();
  }
}
