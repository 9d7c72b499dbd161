package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.OneRemedyHostCheck;
import java.util.List;

/** An address has no name. */
public final class ReverseMissing extends OneRemedyHostCheck {
  public ReverseMissing() {
    super(
        "reverse-missing",
        "Does every address have a name?",
        Remedy.of(
            "Have the network's provider, who keeps the reverse zone, set a PTR record for the"
                + " address with the host's name."));
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    return Reverse.appliesTo(context);
  }

  @Override
  public Judgement judge(HostContext context) {
    List<Reverse> all = Reverse.of(context);
    return Reverse.judgement(
        all.stream()
            .filter(r -> r.names().isEmpty() && !r.isUnknown())
            .map(r -> finding(context, r))
            .toList(),
        all.stream().filter(Reverse::isUnknown).toList());
  }

  private Finding finding(HostContext context, Reverse reverse) {
    return withRemedy(Severity.NOTICE, context)
        .title(reverse.text() + " has no name in reverse DNS")
        .evidence(reverse.lines())
        .why(
            "It does not matter for mail that comes in. If the server sends from this address as"
                + " well, many receivers refuse its mail or take it for spam.")
        .see(Reference.rfc(1912, "2.1"))
        .reproduce(reverse.dig())
        .build();
  }
}
