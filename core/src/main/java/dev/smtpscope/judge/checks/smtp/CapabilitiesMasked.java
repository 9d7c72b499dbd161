package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import java.util.List;

/** A firewall overwrites greeting or capabilities. */
public final class CapabilitiesMasked implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.noInspection(
          "Switch off SMTP inspection (ESMTP inspect, SMTP fixup) in the firewall before the server:"
              + " it hides what it does not know, TLS among it.");

  @Override
  public String id() {
    return "capabilities-masked";
  }

  @Override
  public String title() {
    return "Does a firewall overwrite what the server says?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Applicability.unless(Obstacles.beforeGreetingReply(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<String> masked = Mask.evidence(context);
    if (masked.isEmpty()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.WARNING, context)
        .title("a firewall overwrites what the server says")
        .evidence(masked)
        .why(
            "Capabilities that are struck out can't be used: often STARTTLS is among them, and mail"
                + " goes in plain text though the server could encrypt.")
        .fix(REMEDY)
        .see(Reference.rfc(3207, "6"), Reference.rfc(7435, "3"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
