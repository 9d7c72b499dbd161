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
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;

/** The name in the reply to EHLO is none. */
public final class EhloNameInvalid implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.ownName("Have the server answer EHLO with its fully qualified host name.");

  @Override
  public String id() {
    return "ehlo-name-invalid";
  }

  @Override
  public String title() {
    return "Does the server name itself in reply to EHLO?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Optional<String> obstacle = Obstacles.beforeCapabilities(context);
    if (obstacle.isPresent()) {
      return Applicability.unless(obstacle);
    }
    boolean sameAsGreeting =
        ServerName.in(context.endpoint().greeting()).filter(name(context)::isSameAs).isPresent();
    return sameAsGreeting && !name(context).isSound()
        ? Applicability.not("the greeting has the same name, which greeting-malformed tells")
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    ServerName name = name(context);
    if (name.isSound() || name.isMasked()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .title("the reply to EHLO does not begin with a fully qualified host name")
        .evidence("250 " + Words.shortened(name.word(), 100))
        .why("RFC 5321 asks for the server's name there. Nearly all clients deliver regardless.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.1.1.1"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }

  private static ServerName name(EndpointContext context) {
    return ServerName.in(Obstacles.firstHello(context).ehlo()).orElse(new ServerName(""));
  }
}
