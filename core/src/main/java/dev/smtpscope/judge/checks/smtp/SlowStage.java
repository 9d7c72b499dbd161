package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Stage;
import dev.smtpscope.facts.StageTime;
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
import dev.smtpscope.text.Words;
import java.util.List;

/** A stage of the conversation takes long, though it succeeds. */
public final class SlowStage implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedy.of(
              "Look for what the server waits for: reverse DNS or block-list queries that time out,"
                  + " ident look-ups, load, too few processes. A greeting is often held back on"
                  + " purpose to catch spam programs; then nothing needs doing.")
          .on(Product.POSTFIX, Remedies.POSTFIX_MAIN, "postscreen_greet_wait = 2s")
          .on(Product.EXIM, Remedies.EXIM_MAIN, "rfc1413_query_timeout = 0s")
          .on(
              Product.SENDMAIL,
              Remedies.SENDMAIL_MC,
              "define(`confTO_IDENT', `0')dnl",
              "FEATURE(`greet_pause', `2000')dnl");

  @Override
  public String id() {
    return "slow-stage";
  }

  @Override
  public String title() {
    return "Does every stage come about in good time?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return Applicability.unless(Obstacles.beforeConnection(context));
  }

  @Override
  public Judgement judge(EndpointContext context) {
    List<StageTime> slow =
        context.endpoint().timings().stream()
            .filter(t -> t.elapsed().compareTo(context.rules().thresholds().slowStage()) > 0)
            .filter(t -> hasSucceeded(context.endpoint(), t.stage()))
            .toList();
    return slow.isEmpty() ? Judgement.pass() : failure(context, slow);
  }

  private Judgement failure(EndpointContext context, List<StageTime> slow) {
    boolean greetingOnly = slow.stream().allMatch(t -> t.stage() == Stage.GREETING);
    List<String> told =
        slow.stream().map(t -> t.stage().label() + " " + Words.duration(t.elapsed())).toList();
    return FindingBuilder.of(id(), greetingOnly ? Severity.INFO : Severity.NOTICE, context)
        .title("slow: " + Words.list(told))
        .evidence(told)
        .why(
            greetingOnly
                ? "Many servers hold the greeting back on purpose; impatient clients give up."
                : "Every client waits as long, and impatient ones give up.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "4.5.3.2"))
        .reproduce("time " + Reproduce.ehlo(context))
        .fail();
  }

  /** A stage that failed has taken its time too, but another check tells of it. */
  private static boolean hasSucceeded(EndpointFacts facts, Stage stage) {
    return switch (stage) {
      case CONNECT -> true;
      case GREETING -> facts.greeting().isPositive();
      case EHLO -> facts.hello().isAccepted();
      case STARTTLS -> !(facts.tls() instanceof TlsOutcome.Refused);
      case HANDSHAKE -> facts.session().isPresent();
      case EHLO_IN_TLS -> facts.helloInTls().isAccepted();
      case QUIT -> facts.quit().isPositive();
    };
  }
}
