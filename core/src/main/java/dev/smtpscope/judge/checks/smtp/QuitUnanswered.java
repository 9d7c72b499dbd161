package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
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

/** The server does not say good-bye. */
public final class QuitUnanswered implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
          "Nothing needs doing for mail to work. If you want it clean, look for a proxy or load"
              + " balancer that cuts connections, and read the server's log for this moment.");

  @Override
  public String id() {
    return "quit-unanswered";
  }

  @Override
  public String title() {
    return "Does the server answer QUIT?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return switch (context.endpoint().quit()) {
      case Answer.NotAsked(var why) ->
          Applicability.unknown(Obstacles.beforeGreetingReply(context).orElse(why));
      case Answer.Interrupted interrupted -> Applicability.unknown("the scan was broken off");
      case Answer.Replied replied -> Applicability.applies();
      case Answer.Silent silent -> Applicability.applies();
      case Answer.Closed closed -> Applicability.applies();
      case Answer.Reset reset -> Applicability.applies();
      case Answer.NotSmtp notSmtp -> Applicability.applies();
      case Answer.Excessive excessive -> Applicability.applies();
    };
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Answer quit = context.endpoint().quit();
    if (quit.isPositive() || !context.endpoint().greeting().isPositive()) {
      return Judgement.pass();
    }
    String title =
        quit.received()
            .map(reply -> "QUIT is answered with " + reply.code())
            .orElse("QUIT is not answered");
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title(title)
        .evidence("QUIT")
        .evidence(Evidence.of("QUIT", quit))
        .why("The server should answer 221 and then close. Mail that was accepted is not affected.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.1.1.10"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
