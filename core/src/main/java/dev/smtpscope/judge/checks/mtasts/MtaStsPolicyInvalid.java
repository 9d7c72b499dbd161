package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.facts.PolicyFetch;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.mtasts.MtaSts;
import dev.smtpscope.judge.mtasts.PolicyParser;
import dev.smtpscope.judge.sender.ResultType;
import java.util.ArrayList;
import java.util.List;

/** The policy is not well formed. */
public final class MtaStsPolicyInvalid extends PolicyCheck {
  public MtaStsPolicyInvalid() {
    super(
        "mta-sts-policy-invalid",
        "Is the MTA-STS policy well formed?",
        Remedy.of(
            "Write the policy as plain text, one field in a line: version, mode, max_age, and an mx"
                + " line for each MX host. Serve it as text/plain."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereAnnounced(context);
  }

  @Override
  public Judgement judge(DomainContext context) {
    return MtaSts.of(context) instanceof MtaSts.Valid
            && context.records().orElseThrow().policy() instanceof PolicyFetch.Answered answered
        ? ofReadable(context, answered)
        : broken(
            context,
            ResultType.STS_POLICY_INVALID,
            "the MTA-STS policy is not valid",
            "What is served is no policy.");
  }

  private Judgement ofReadable(DomainContext context, PolicyFetch.Answered answered) {
    List<Finding> findings = new ArrayList<>();
    if (!isPlainText(answered.contentType())) {
      findings.add(contentType(context, answered));
    }
    if (PolicyParser.parse(answered.lines())
            instanceof PolicyParser.Result.Accepted(var policy, var lapses)
        && !lapses.isEmpty()) {
      findings.add(lapses(context, lapses));
    }
    return Judgement.of(findings);
  }

  private static boolean isPlainText(String contentType) {
    return contentType.split(";", 2)[0].strip().equalsIgnoreCase("text/plain");
  }

  private Finding contentType(DomainContext context, PolicyFetch.Answered answered) {
    String type = answered.contentType().isEmpty() ? "no type" : answered.contentType();
    return withRemedy("content-type", Severity.WARNING, context)
        .title("the MTA-STS policy is not served as text/plain")
        .evidence("Content-Type: " + type)
        .evidence(fetched(context))
        .why("Senders should take no other type. Those that look at it do not use the policy.")
        .see(Reference.rfc(8461, "3.2"))
        .reproduce(curl(context))
        .build();
  }

  private Finding lapses(DomainContext context, List<String> lapses) {
    return withRemedy("lapse", Severity.NOTICE, context)
        .title("the MTA-STS policy has lines that are no fields")
        .evidence(lapses)
        .why("Most senders pass over them; one that keeps to the grammar refuses the policy.")
        .see(Reference.rfc(8461, "3.2"))
        .reproduce(curl(context))
        .build();
  }
}
