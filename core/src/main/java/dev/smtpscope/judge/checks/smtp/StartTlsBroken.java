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
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;

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
      case TlsOutcome.Refused(var answer) -> applicability(context, answer);
      case TlsOutcome.Failed failed -> Applicability.applies();
      case TlsOutcome.Established established -> Applicability.applies();
    };
  }

  private static Applicability applicability(EndpointContext context, Answer answer) {
    if (answer instanceof Answer.Interrupted) {
      return Applicability.unknown("the scan was broken off");
    }
    return context.plainCapabilities().has("STARTTLS")
        ? Applicability.unless(Obstacles.meaningless("STARTTLS", answer))
        : Applicability.unknown("a firewall overwrites the capabilities");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    return context.endpoint().tls() instanceof TlsOutcome.Refused(var answer)
        ? failure(context, answer)
        : Judgement.pass();
  }

  private Judgement failure(EndpointContext context, Answer answer) {
    Optional<Refusal> temporary = answer.received().filter(Reply::isTransient).map(Refusal::of);
    return FindingBuilder.of(id(), severity(context, temporary), context)
        .title("STARTTLS is offered, but " + how(answer) + temporary.map(Refusal::cause).orElse(""))
        .evidence("STARTTLS")
        .evidence(Evidence.of("STARTTLS", answer))
        .why(why(context, temporary))
        .fix(REMEDY)
        .see(Reference.rfc(3207, "4"))
        .reproduce(Reproduce.ehloInTls(context))
        .fail();
  }

  /** Without a cause in so many words it is the server that has no TLS to give. */
  private static boolean concernsUs(Refusal refusal) {
    return refusal.concernsClient() && !refusal.cause().isEmpty();
  }

  private static Severity severity(EndpointContext context, Optional<Refusal> temporary) {
    if (temporary.isPresent()) {
      return temporary.filter(StartTlsBroken::concernsUs).isPresent()
          ? Severity.NOTICE
          : Severity.WARNING;
    }
    return context.role().isSubmission() ? Severity.ERROR : Severity.WARNING;
  }

  private static String why(EndpointContext context, Optional<Refusal> temporary) {
    return temporary
        .filter(StartTlsBroken::concernsUs)
        .map(refusal ->
            "As seen from here TLS is not to be had at present."
                + refusal.meaning()
                + " Nothing inside TLS could be tested.")
        .orElse(
            context.role().isSubmission()
                ? "Clients must not send a password without TLS, so users can't log in."
                : "Careful senders don't deliver at all; the others send in plain text.");
  }

  private static String how(Answer answer) {
    return switch (answer) {
      case Answer.Replied(var reply) ->
          (reply.isTransient() ? "not available at present: " : "answered with ") + reply.code();
      case Answer.Silent(var waited, var partial) ->
          "not answered within " + Words.duration(waited);
      case Answer.Closed closed -> "the server closes the connection";
      case Answer.Reset reset -> "the server resets the connection";
      case Answer.NotSmtp notSmtp -> "answered by something else than SMTP";
      case Answer.Excessive excessive -> "answered without end";
      case Answer.Interrupted interrupted -> "broken off";
      case Answer.NotAsked notAsked -> "not tried";
    };
  }
}
