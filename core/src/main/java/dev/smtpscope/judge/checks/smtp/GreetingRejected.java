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
import dev.smtpscope.judge.software.Product;
import java.util.List;

/** The greeting turns the client away. */
public final class GreetingRejected implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "If this is your server, find the rule that turned this client away in its log and let"
                  + " the client through, or test from an address that the server knows.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MAIN,
              "postscreen_access_list = permit_mynetworks,"
                  + " cidr:/etc/postfix/postscreen_access.cidr")
          .on(Product.EXIM, Remedies.EXIM_MAIN, "host_reject_connection =")
          .on(
              Product.EXCHANGE,
              Remedies.EXCHANGE_SHELL,
              "Get-ReceiveConnector | Format-List Name,Bindings,RemoteIPRanges,PermissionGroups");

  @Override
  public String id() {
    return "greeting-rejected";
  }

  @Override
  public String title() {
    return "Does the greeting let us in?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Applicability.unless(
        Obstacles.beforeGreetingReply(context)
            .or(() -> Obstacles.meaningless("greeting", context.endpoint().greeting())));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context
        .endpoint()
        .greeting()
        .received()
        .filter(reply -> !reply.isPositive())
        .map(reply -> failure(context, reply))
        .orElse(Judgement.pass());
  }

  private Judgement failure(EndpointContext context, Reply reply) {
    Refusal refusal = Refusal.of(reply);
    return FindingBuilder.of(id(), refusal.severity(), context)
        .title("the server turned us away with " + reply.code() + refusal.cause())
        .evidence(Evidence.of(reply))
        .why(
            (reply.isTransient()
                    ? "As seen from here the server takes no mail at present."
                    : "As seen from here the server takes no mail.")
                + refusal.meaning()
                + " Nothing after the greeting could be tested.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "3.1"), Reference.rfc(7504, "3"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
