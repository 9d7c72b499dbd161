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
import java.util.Optional;

/** The server gives one name in its greeting and another in answer to EHLO. */
public final class GreetingNameMismatch implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.ownName(
          "Have greeting and EHLO give the same name, unless a proxy or load balancer speaks the"
              + " greeting on purpose.");

  @Override
  public String id() {
    return "greeting-name-mismatch";
  }

  @Override
  public String title() {
    return "Do greeting and EHLO give the same name?";
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
    boolean sound = greeted(context).isSound() && introduced(context).isSound();
    return sound ? Applicability.applies() : Applicability.not("one of the two is no host name");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    ServerName greeted = greeted(context);
    ServerName introduced = introduced(context);
    return greeted.isSameAs(introduced) ? Judgement.pass() : failure(context, greeted, introduced);
  }

  private Judgement failure(EndpointContext context, ServerName greeted, ServerName introduced) {
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title("the greeting says " + greeted.word() + ", EHLO says " + introduced.word())
        .evidence(Evidence.of(context.endpoint().greeting().received().orElseThrow()))
        .evidence("250 " + introduced.word())
        .why("Often two machines or two settings stand behind one address; mail is not affected.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.1.1.1"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }

  private static ServerName greeted(EndpointContext context) {
    return ServerName.in(context.endpoint().greeting()).orElse(new ServerName(""));
  }

  private static ServerName introduced(EndpointContext context) {
    return ServerName.in(Obstacles.firstHello(context).ehlo()).orElse(new ServerName(""));
  }
}
