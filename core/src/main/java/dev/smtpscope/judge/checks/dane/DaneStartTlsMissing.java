package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Obstacles;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.dane.Dane;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secure TLSA records promise TLS, and the server does not have it. */
public final class DaneStartTlsMissing extends DaneCheck {
  public DaneStartTlsMissing() {
    super(
        "dane-starttls-missing",
        "Is TLS to be had where TLSA records promise it?",
        Remedy.of(
            "Have the server offer STARTTLS to every client, and the handshake succeed. Until then"
                + " remove the TLSA records."));
  }

  private record Broken(EndpointContext context, String why) {}

  @Override
  Judgement judge(HostContext context, Dane dane) {
    return switch (dane) {
      case Dane.Usable usable -> promised(context);
      case Dane.Unusable unusable -> promised(context);
      case Dane.NotUsed(var reason, String why) -> new Judgement.NotApplicable(why);
      case Dane.Failed(String why) -> new Judgement.Inconclusive(why);
      case Dane.Unknown(String why) -> new Judgement.Inconclusive(why);
    };
  }

  private Judgement promised(HostContext context) {
    List<Broken> broken = endpoints(context).stream().flatMap(DaneStartTlsMissing::broken).toList();
    if (!broken.isEmpty()) {
      return failure(context, broken);
    }
    Optional<String> obstacle =
        endpoints(context).stream().flatMap(e -> Obstacles.beforeTls(e).stream()).findFirst();
    boolean seen = endpoints(context).stream().anyMatch(e -> e.session().isPresent());
    return seen
        ? Judgement.pass()
        : new Judgement.Inconclusive(obstacle.orElse("there is no address to try"));
  }

  private static Stream<Broken> broken(EndpointContext context) {
    return why(context.endpoint().tls()).map(why -> new Broken(context, why)).stream();
  }

  private static Optional<String> why(TlsOutcome tls) {
    return switch (tls) {
      case TlsOutcome.NotOffered none -> Optional.of("STARTTLS is not offered");
      case TlsOutcome.Refused(Answer.Replied(Reply reply)) ->
          Optional.of("STARTTLS is answered with " + reply.code());
      case TlsOutcome.Refused broken -> Optional.empty();
      case TlsOutcome.Failed failed ->
          failed.failure() instanceof HandshakeFailure.Interrupted
              ? Optional.empty()
              : Optional.of("the TLS handshake fails");
      case TlsOutcome.Established established -> Optional.empty();
      case TlsOutcome.NotReached none -> Optional.empty();
      case TlsOutcome.NotWanted none -> Optional.empty();
    };
  }

  private Judgement failure(HostContext context, List<Broken> broken) {
    Broken first = broken.getFirst();
    return finding(Severity.ERROR, context)
        .title("there are TLSA records, but " + first.why())
        .evidence(broken.stream().map(b -> b.context.endpoint().endpoint() + ": " + b.why).toList())
        .why(WHO + " do not deliver without TLS to a host that has secure TLSA records.")
        .see(Reference.rfc(7672, "2.2"), Reference.rfc(3207, "4"))
        .reproduce(Reproduce.ehlo(first.context()))
        .fail();
  }
}
