package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.Answer;
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
import dev.smtpscope.target.TlsMode;
import java.util.List;

/** STARTTLS is offered, but the command is not answered with 220. */
public final class StartTlsBroken implements Check.OfEndpoint {
  private static final Remedy REMEDY =
      Remedies.startTls(
          "Read the server's log: mostly the certificate or its key is missing, can't be read by the"
              + " server's user, or don't belong together. If TLS is not wanted, don't offer it.");

  @Override
  public String id() {
    return "starttls-broken";
  }

  @Override
  public String title() {
    return "Does STARTTLS work where it is offered?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    if (context.tlsMode() == TlsMode.IMPLICIT) {
      return Applicability.not("TLS begins with the first byte on this port");
    }
    return switch (context.endpoint().tls()) {
      case TlsOutcome.NotReached(var why) ->
          Applicability.unknown(Obstacles.beforeCapabilities(context).orElse(why));
      case TlsOutcome.NotWanted notWanted -> Applicability.not("no TLS was to be tried");
      case TlsOutcome.NotOffered notOffered -> Applicability.not("STARTTLS is not offered");
      case TlsOutcome.Refused(var answer) -> applicability(answer);
      case TlsOutcome.Failed failed -> Applicability.applies();
      case TlsOutcome.Established established -> Applicability.applies();
    };
  }

  private static Applicability applicability(Answer answer) {
    return answer instanceof Answer.Interrupted
        ? Applicability.unknown("the scan was broken off")
        : Applicability.applies();
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context.endpoint().tls() instanceof TlsOutcome.Refused(var answer)
        ? failure(context, answer)
        : Judgement.pass();
  }

  private Judgement failure(EndpointContext context, Answer answer) {
    boolean temporary = answer.received().filter(Reply::isTransient).isPresent();
    Severity severity =
        context.role().isSubmission() && !temporary ? Severity.ERROR : Severity.WARNING;
    return FindingBuilder.of(id(), severity, context)
        .title("STARTTLS is offered, but " + how(answer))
        .evidence("STARTTLS")
        .evidence(Evidence.of("STARTTLS", answer))
        .why(
            context.role().isSubmission()
                ? "Clients must not send a password without TLS, so users can't log in."
                : "Careful senders don't deliver at all; the others send in plain text.")
        .fix(REMEDY)
        .see(Reference.rfc(3207, "4"))
        .reproduce(Reproduce.openssl(context))
        .fail();
  }

  private static String how(Answer answer) {
    return answer
        .received()
        .map(reply ->
            (reply.isTransient() ? "not available at present: " : "answered with ") + reply.code())
        .orElse("there is no answer to the command");
  }
}
