package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
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
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;

/** The server greets, but refuses every introduction. */
public final class EhloRejected implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Accept any EHLO name that is well formed: RFC 5321 forbids to refuse mail only"
                  + " because the name does not match the client's address. If the client itself is"
                  + " unwelcome, test from another address.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MAIN,
              "smtpd_helo_required = yes",
              "smtpd_helo_restrictions = reject_invalid_helo_hostname")
          .on(Product.EXIM, Remedies.EXIM_MAIN, "helo_verify_hosts =", "acl_smtp_helo = accept")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "define(`confPRIVACY_FLAGS', `needmailhelo')dnl");

  @Override
  public String id() {
    return "ehlo-rejected";
  }

  @Override
  public String title() {
    return "Does the server accept our introduction?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    Answer last = last(Obstacles.firstHello(context));
    if (last instanceof Answer.Interrupted) {
      return Applicability.unknown("the scan was broken off");
    }
    return Applicability.unless(
        Obstacles.beforeHello(context).or(() -> Obstacles.meaningless("EHLO", last)));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    Hello first = Obstacles.firstHello(context);
    if (!first.isAccepted()) {
      return failure(context, "", last(first));
    }
    Answer inTls = last(context.endpoint().helloInTls());
    boolean lost =
        context.session().isPresent()
            && !context.endpoint().helloInTls().isAccepted()
            && Obstacles.meaningless("EHLO", inTls).isEmpty()
            && !(inTls instanceof Answer.NotAsked)
            && !(inTls instanceof Answer.Interrupted);
    return lost ? failure(context, " inside TLS", inTls) : Judgement.pass();
  }

  private Judgement failure(EndpointContext context, String where, Answer answer) {
    Optional<Refusal> refusal = answer.received().map(Refusal::of);
    return FindingBuilder.of(id(), refusal.map(Refusal::severity).orElse(Severity.WARNING), context)
        .title("EHLO" + where + how(answer) + refusal.map(Refusal::cause).orElse(""))
        .evidence(Evidence.of("EHLO" + where, answer))
        .why(
            "As seen from here the server takes no mail."
                + refusal.map(Refusal::meaning).orElse("")
                + " Nothing after EHLO could be tested.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.1.1.1"), Reference.rfc(5321, "4.1.4"))
        .reproduce(where.isEmpty() ? Reproduce.ehlo(context) : Reproduce.ehloInTls(context))
        .fail();
  }

  private static String how(Answer answer) {
    return switch (answer) {
      case Answer.Replied(var reply) -> " was refused with " + reply.code();
      case Answer.Silent(var waited, var partial) ->
          " was not answered within " + Words.duration(waited);
      case Answer.Closed closed -> " made the server close the connection";
      case Answer.Reset reset -> " made the server reset the connection";
      case Answer.NotSmtp notSmtp -> " was answered by something else than SMTP";
      case Answer.Excessive excessive -> " was answered without end";
      case Answer.Interrupted interrupted -> " was broken off";
      case Answer.NotAsked notAsked -> " was not sent";
    };
  }

  private static Answer last(Hello hello) {
    return hello.helo() instanceof Answer.NotAsked ? hello.ehlo() : hello.helo();
  }
}
