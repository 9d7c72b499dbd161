package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.mtasts.ReadyMade;
import dev.smtpscope.judge.sender.ResultType;
import dev.smtpscope.target.HostName;
import dev.smtpscope.text.Words;
import java.util.List;

/** An MX host that the policy does not allow. */
public final class MtaStsMxUncovered extends PolicyCheck {
  public MtaStsMxUncovered() {
    super(
        "mta-sts-mx-uncovered",
        "Does the MTA-STS policy cover every MX host?",
        Remedy.of(
            "Add the host to the policy and change the id in the record. Whenever a server is to"
                + " be added, change the policy first, and the MX records when senders have it."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereActive(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    Policy policy = policy(context);
    List<HostName> hosts = ReadyMade.hosts(context);
    List<HostName> uncovered = hosts.stream().filter(host -> !policy.covers(host)).toList();
    return uncovered.isEmpty()
        ? Judgement.pass()
        : failure(context, policy, uncovered, uncovered.size() == hosts.size());
  }

  private Judgement failure(
      DomainContext context, Policy policy, List<HostName> uncovered, boolean all) {
    boolean refused = all && policy.mode() == Mode.ENFORCE;
    return withRemedy(refused ? Severity.ERROR : Severity.WARNING, context)
        .title(
            "the MTA-STS policy does not cover "
                + Words.list(uncovered.stream().map(HostName::ascii).toList()))
        .evidence(context.route().mx().map(Dns::lines).orElseGet(List::of))
        .evidence(fetched(context))
        .evidence("result type " + ResultType.VALIDATION_FAILURE.id())
        .why(why(policy.mode(), all))
        .publish(
            "MTA-STS policy",
            ReadyMade.url(context.domain()),
            ReadyMade.completed(policy, context).lines())
        .see(Reference.rfc(8461, "4.1"))
        .reproduce(curl(context))
        .fail();
  }

  private static String why(Mode mode, boolean all) {
    if (mode != Mode.ENFORCE) {
      return "In mode testing it is only reported. In mode enforce senders would not deliver there.";
    }
    return all
        ? "Senders that keep to the policy have nowhere to deliver to: their mail waits and is"
            + " returned."
        : "Senders that keep to the policy do not deliver there, so the host is of no use to them"
            + " when the others are down.";
  }
}
