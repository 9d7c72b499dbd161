package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Hello;
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

/** The server knows HELO, but not EHLO. */
public final class EhloUnsupported implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.noInspection(
          "Every mail server of this century knows EHLO: look for a firewall or proxy on the way"
              + " that strikes it out, and switch its SMTP inspection off. Otherwise replace the"
              + " server.");

  @Override
  public String id() {
    return "ehlo-unsupported";
  }

  @Override
  public String title() {
    return "Does the server know EHLO?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Hello hello = Obstacles.firstHello(context);
    boolean answered = hello.ehlo().isPositive() || hello.helo().isPositive();
    return Applicability.unless(Obstacles.beforeHello(context)) instanceof Applicability.Unknown un
        ? un
        : answered
            ? Applicability.applies()
            : Applicability.unknown("neither EHLO nor HELO was accepted");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Hello hello = Obstacles.firstHello(context);
    if (hello.isExtended()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.WARNING, context)
        .title("the server accepts HELO, but not EHLO")
        .evidence(Evidence.of("EHLO", hello.ehlo()))
        .evidence(Evidence.of("HELO", hello.helo()))
        .why(
            "Without EHLO there is no TLS, no authentication, no SIZE and no 8-bit mail: all goes"
                + " in plain text.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.1.1.1"), Reference.rfc(5321, "2.2.1"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
