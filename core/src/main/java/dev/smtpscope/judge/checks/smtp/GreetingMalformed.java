package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Reply;
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

/** The greeting does not begin with the server's name. */
public final class GreetingMalformed implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.ownName("Have the server greet with its fully qualified host name as first word.");

  @Override
  public String id() {
    return "greeting-malformed";
  }

  @Override
  public String title() {
    return "Does the greeting begin with the server's name?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Optional<ServerName> name = ServerName.in(context.endpoint().greeting());
    if (name.isEmpty()) {
      return Applicability.unknown(
          Obstacles.beforeHello(context).orElse("the greeting was a rejection"));
    }
    return name.filter(ServerName::isMasked).isPresent()
        ? Applicability.not("the greeting is masked, which capabilities-masked tells")
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Reply greeting = context.endpoint().greeting().received().orElseThrow();
    ServerName name = ServerName.in(context.endpoint().greeting()).orElseThrow();
    if (greeting.code() != 220) {
      return failure(context, "the greeting has the code " + greeting.code() + ", not 220");
    }
    if (name.word().isEmpty()) {
      return failure(context, "the greeting names no host");
    }
    return name.isSound()
        ? Judgement.pass()
        : failure(context, "the greeting begins with no fully qualified host name");
  }

  private Judgement failure(EndpointContext context, String title) {
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .title(title)
        .evidence(Evidence.of(context.endpoint().greeting().received().orElseThrow()))
        .why(
            "The first word of the greeting says who the server is; senders log it and use it to"
                + " see that they talk to themselves. Nearly all deliver regardless.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.2"), Reference.rfc(5321, "4.3.1"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
