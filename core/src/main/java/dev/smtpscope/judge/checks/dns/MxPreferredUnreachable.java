package dev.smtpscope.judge.checks.dns;

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

/** The servers that every sender tries first are out of reach, while others answer. */
public final class MxPreferredUnreachable extends OneRemedyDomainCheck {
  public MxPreferredUnreachable() {
    super(
        "mx-preferred-unreachable",
        "Do the most preferred MX hosts answer?",
        Remedy.of(
            "Bring the host back, or give it a higher number in its MX record than those that"
                + " answer, or take the record out."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    Applicability usual = super.appliesTo(context);
    if (!(usual instanceof Applicability.Applies)) {
      return usual;
    }
    if (context.preferredHosts().size() == context.mailHosts().size()) {
      return Applicability.not("there are no MX hosts of several preferences");
    }
    return context.mailHosts().stream().anyMatch(h -> Hosts.is(h, Reachability.REACHED))
        ? Applicability.applies()
        : Applicability.unknown("no MX host could be reached");
  }

  @Override
  public Judgement judge(DomainContext context) {
    List<HostContext> preferred = context.preferredHosts();
    if (preferred.stream().anyMatch(h -> Hosts.is(h, Reachability.REACHED))) {
      return Judgement.pass();
    }
    if (preferred.stream().anyMatch(h -> Hosts.is(h, Reachability.UNTOLD))) {
      return new Judgement.Inconclusive("not all of the most preferred hosts could be tried");
    }
    return preferred.stream().allMatch(h -> Hosts.is(h, Reachability.NO_ADDRESS))
        ? new Judgement.NotApplicable("mx-target-dangling tells it")
        : failure(context, preferred);
  }

  private Judgement failure(DomainContext context, List<HostContext> preferred) {
    return withRemedy(Severity.WARNING, context)
        .title("the most preferred MX host does not answer: " + Hosts.names(preferred))
        .evidence(preferred.stream().flatMap(h -> Hosts.dialled(h).stream()).toList())
        .why(
            "Every sender waits for it in vain before it tries the next. Mail comes late, and some"
                + " programs that only try the first do not deliver at all.")
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(
            preferred.stream()
                .flatMap(h -> h.seen().stream())
                .findFirst()
                .map(e -> Reproduce.connect(e.endpoint()))
                .orElse(""))
        .fail();
  }
}
