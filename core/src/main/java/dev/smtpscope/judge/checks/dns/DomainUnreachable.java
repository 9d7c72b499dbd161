package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.MxSet;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reachability;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyDomainCheck;
import java.util.List;

/** None of the servers that take the domain's mail can be reached. */
public final class DomainUnreachable extends OneRemedyDomainCheck {
  private static final int SMTP = 25;

  public DomainUnreachable() {
    super(
        "domain-unreachable",
        "Does any MX host answer?",
        Remedy.of(
            "Start the mail servers, have them listen on the addresses that the DNS names, and open"
                + " port 25 in every firewall on the way."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability usual = super.appliesTo(context);
    if (!(usual instanceof Applicability.Applies)) {
      return usual;
    }
    List<HostContext> hosts = context.mailHosts();
    if (hosts.isEmpty()) {
      return Applicability.not("mx-target-invalid tells it");
    }
    return hosts.stream().allMatch(h -> Hosts.is(h, Reachability.NO_ADDRESS))
        ? Applicability.not(
            (context.mx() instanceof MxSet.Absent ? "mx-missing" : "mx-target-dangling")
                + " tells it")
        : whereTried(context);
  }

  private static Applicability whereTried(DomainContext context) {
    List<HostContext> hosts = context.mailHosts();
    if (hosts.stream().anyMatch(h -> Hosts.is(h, Reachability.REACHED))) {
      return Applicability.applies();
    }
    if (isLikelyOurOwn(hosts)) {
      return Applicability.unknown(
          "every MX host timed out on port 25, so your own network probably blocks outbound port"
              + " 25, as most clouds and access networks do; --self-check HOST with a host that is"
              + " known to answer there tells, or a test from elsewhere");
    }
    boolean untold = hosts.stream().anyMatch(h -> Hosts.is(h, Reachability.UNTOLD));
    return untold || !context.route().leftOut().isEmpty()
        ? Applicability.unknown("not every MX host could be tried from here")
        : Applicability.applies();
  }

  private static boolean isLikelyOurOwn(List<HostContext> hosts) {
    return hosts.stream().anyMatch(h -> Hosts.is(h, Reachability.SILENT) && isOnPort25(h))
        && hosts.stream().noneMatch(h -> Hosts.is(h, Reachability.CLOSED));
  }

  private static boolean isOnPort25(HostContext host) {
    return host.seen().stream().allMatch(e -> e.endpoint().service().port() == SMTP);
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<HostContext> hosts = context.mailHosts();
    return hosts.stream().anyMatch(h -> Hosts.is(h, Reachability.REACHED))
        ? Judgement.pass()
        : withRemedy(Severity.ERROR, context)
            .title("no MX host can be reached")
            .evidence(hosts.stream().flatMap(h -> Hosts.dialled(h).stream()).toList())
            .why(
                "Nobody who has the same way to them can deliver mail. It waits in the senders'"
                    + " queues and is returned after some days.")
            .see(Reference.rfc(5321, "4.5.4.1"))
            .reproduce(
                hosts.stream()
                    .flatMap(h -> h.seen().stream())
                    .findFirst()
                    .map(e -> Reproduce.connect(e.endpoint()))
                    .orElse(""))
            .fail();
  }
}
