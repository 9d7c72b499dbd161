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
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.judge.software.Software;
import java.util.List;

/** The greeting tells the version of the software. */
public final class GreetingVersionDisclosed implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of("Keep the software up to date; leave the version out of the greeting if you like.")
          .on(Product.POSTFIX, Remedies.POSTFIX_MAIN, "smtpd_banner = $myhostname ESMTP")
          .on(Product.EXIM, Remedies.EXIM_MAIN, "smtp_banner = $smtp_active_hostname ESMTP")
          .on(Product.SENDMAIL, Remedies.SENDMAIL_MC, "define(`confSMTP_LOGIN_MSG', `$j')dnl")
          .on(
              Product.EXCHANGE,
              Remedies.EXCHANGE_SHELL,
              "Set-ReceiveConnector \"Default Frontend SERVER\" -Banner \"220 mail.example.org\"");

  @Override
  public String id() {
    return "greeting-version-disclosed";
  }

  @Override
  public String title() {
    return "Does the greeting tell the software's version?";
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
    Reply greeting = context.endpoint().greeting().received().orElseThrow();
    return context
        .software()
        .filter(software -> software.version().filter(greeting.text()::contains).isPresent())
        .map(software -> failure(context, software, greeting))
        .orElse(Judgement.pass());
  }

  private Judgement failure(EndpointContext context, Software software, Reply greeting) {
    return FindingBuilder.of(id(), Severity.INFO, context)
        .title(
            "the greeting tells the version: "
                + software.product().label()
                + " "
                + software.version().orElseThrow())
        .evidence(Evidence.of(greeting))
        .why(
            "Who looks for servers with a known hole finds them by their version. Hiding it mends"
                + " no hole.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "7.5"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
