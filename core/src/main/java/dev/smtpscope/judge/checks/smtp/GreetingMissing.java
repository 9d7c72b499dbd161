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
import dev.smtpscope.judge.software.Product;
import dev.smtpscope.text.Words;
import java.util.List;

/** The connection stands, but no greeting comes. */
public final class GreetingMissing implements Check.OfEndpoint {
  private static final Remedy SILENT =
      Remedy.of(
              "Look for what the server waits for before it greets: name look-ups of the client,"
                  + " block lists that don't answer, too few processes, or a firewall that takes"
                  + " connections itself. If the port expects TLS at once, test it with --tls"
                  + " implicit.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MAIN,
              "default_process_limit = 100",
              "postscreen_greet_wait = 6s")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "rfc1413_query_timeout = 0s",
              "smtp_accept_max = 100")
          .on(Product.SENDMAIL, Remedies.SENDMAIL_MC, "define(`confTO_IDENT', `0')dnl");
  private static final Remedy BROKEN =
      Remedy.of(
              "Read the server's log for this moment: it may refuse the client's address, have"
                  + " reached a limit on connections, or have crashed. Try from another address as"
                  + " well.")
          .on(
              Product.POSTFIX,
              Remedies.POSTFIX_MAIN,
              "smtpd_client_connection_count_limit = 50",
              "smtpd_client_connection_rate_limit = 0")
          .on(
              Product.EXIM,
              Remedies.EXIM_MAIN,
              "smtp_accept_max = 100",
              "smtp_accept_max_per_host = 10");

  @Override
  public String id() {
    return "greeting-missing";
  }

  @Override
  public String title() {
    return "Does the server greet?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(SILENT, BROKEN);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (context.endpoint().greeting() instanceof Answer.NotSmtp) {
      return Applicability.not("the port speaks another protocol");
    }
    return context.endpoint().greeting() instanceof Answer.Interrupted
        ? Applicability.unknown("the scan was broken off before the greeting")
        : Applicability.unless(Obstacles.beforeGreeting(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return switch (context.endpoint().greeting()) {
      case Answer.Replied replied -> Judgement.pass();
      case Answer.Silent(var waited, var partial) ->
          failure(context, "no greeting within " + Words.duration(waited), WAITING, SILENT);
      case Answer.Closed closed ->
          failure(context, "the server closed the connection without a greeting", "", BROKEN);
      case Answer.Reset reset ->
          failure(context, "the connection was reset before the greeting", "", BROKEN);
      case Answer.Excessive excessive -> failure(context, "the greeting has no end", "", BROKEN);
      case Answer.NotSmtp notSmtp -> Judgement.pass();
      case Answer.Interrupted interrupted -> Judgement.pass();
      case Answer.NotAsked notAsked -> Judgement.pass();
    };
  }

  private static final String WAITING =
      " RFC 5321 lets a client wait for five minutes, so patient senders may still get through.";

  private Judgement failure(EndpointContext context, String title, String more, Remedy remedy) {
    return FindingBuilder.of(id(), Severity.WARNING, context)
        .title(title)
        .evidence("connected to " + context.endpoint().endpoint())
        .evidence(Evidence.of("the connection", context.endpoint().greeting()))
        .why("Without a greeting nothing can be sent; all else is not tested here." + more)
        .fix(remedy)
        .see(Reference.rfc(5321, "3.1"), Reference.rfc(5321, "4.5.3.2.1"))
        .reproduce(Reproduce.ehlo(context))
        .fail();
  }
}
