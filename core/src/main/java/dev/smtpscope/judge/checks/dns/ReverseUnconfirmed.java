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

/** The names of an address do not lead back to it. */
public final class ReverseUnconfirmed extends OneRemedyHostCheck {
  public ReverseUnconfirmed() {
    super(
        "reverse-unconfirmed",
        "Do the names of every address lead back to it?",
        Remedy.of(
            "Give the name in the PTR record an A or AAAA record with this address, or have the PTR"
                + " record name the host that has it."));
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    return Reverse.appliesTo(context);
  }

  @Override
  public Judgement judge(HostContext context) {
    List<Reverse> open =
        Reverse.of(context).stream()
            .filter(r -> r.isUnknown() || (!r.names().isEmpty() && !r.isConfirmed()))
            .toList();
    return Reverse.judgement(
        open.stream()
            .filter(r -> !r.isUnknown() && !r.mayBeConfirmed())
            .map(r -> finding(context, r))
            .toList(),
        open.stream().filter(r -> r.isUnknown() || r.mayBeConfirmed()).toList());
  }

  private Finding finding(HostContext context, Reverse reverse) {
    return withRemedy(Severity.NOTICE, context)
        .title("no name of " + reverse.text() + " leads back to that address")
        .evidence(reverse.lines())
        .why(
            "Anybody can put any name into the reverse zone of an address, so a name counts only"
                + " where it leads back. It does not matter for mail that comes in, but receivers"
                + " mistrust mail sent from such an address.")
        .see(Reference.rfc(1912, "2.1"))
        .reproduce(reverse.dig())
        .build();
  }
}
