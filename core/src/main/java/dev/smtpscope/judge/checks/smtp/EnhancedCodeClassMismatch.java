package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
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
import dev.smtpscope.judge.software.Product;
import java.util.List;
import java.util.stream.Stream;

/** An enhanced status code is of another class than the reply that carries it. */
public final class EnhancedCodeClassMismatch implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Give both codes the same class. Mostly a text of one's own in a restriction or filter"
                  + " begins with the wrong code.")
          .on(
              Product.POSTFIX,
              "the access table that holds the text",
              "client.example.net  550 5.7.1 not welcome here")
          .on(
              Product.EXIM,
              "the ACL that holds the text",
              "deny message = 550 5.7.1 not welcome here");

  @Override
  public String id() {
    return "enhanced-code-class-mismatch";
  }

  @Override
  public String title() {
    return "Do reply codes and enhanced status codes agree?";
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
    List<Reply> mismatched =
        replies(context.endpoint())
            .filter(r -> r.enhanced().filter(e -> e.statusClass() != r.code() / 100).isPresent())
            .toList();
    if (mismatched.isEmpty()) {
      return Judgement.pass();
    }
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .title("a reply and its enhanced status code contradict each other")
        .evidence(mismatched.stream().flatMap(r -> Evidence.of(r).stream()).toList())
        .why(
            "Software that goes by the one retries; software that goes by the other gives up and"
                + " returns the mail.")
        .fix(REMEDY)
        .see(Reference.rfc(2034, "4"), Reference.rfc(3463, "2"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }

  private static Stream<Reply> replies(EndpointFacts facts) {
    Answer startTls =
        facts.tls() instanceof TlsOutcome.Refused(var answer)
            ? answer
            : new Answer.NotAsked("no refusal");
    return Stream.of(
            facts.greeting(),
            facts.hello().ehlo(),
            facts.hello().helo(),
            startTls,
            facts.helloInTls().ehlo(),
            facts.helloInTls().helo(),
            facts.quit())
        .flatMap(answer -> answer.received().stream());
  }
}
