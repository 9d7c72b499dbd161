package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A port that was asked for beside the usual ones takes no connection. */
public final class PortClosed implements Check.OfEndpoint {
  private static final Set<Integer> USUAL = Set.of(25, 465, 587);
  private static final Remedy REMEDY =
      Remedies.listen(
          "If mail is to be taken on this port, have the server listen on it and open it in the"
              + " firewall; otherwise nothing needs doing.");

  @Override
  public String id() {
    return "port-closed";
  }

  @Override
  public String title() {
    return "Is the port that was asked for open?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    DialOutcome dial = context.endpoint().dial();
    int port = context.endpoint().endpoint().service().port();
    if (dial instanceof DialOutcome.NotAttempted(var why)) {
      return Applicability.unknown(why);
    }
    if (USUAL.contains(port)) {
      return Applicability.not("a host need not have all of the ports 25, 465 and 587 open");
    }
    return anyConnected(context, e -> true) && !anyConnected(context, e -> port(e) == port)
        ? Applicability.applies()
        : answeredElsewhere(context);
  }

  private static Applicability answeredElsewhere(EndpointContext context) {
    return context.isConnected()
        ? Applicability.applies()
        : Applicability.not("host-unreachable or address-unreachable tells it");
  }

  @Override
  public Judgement judge(EndpointContext context) {
    if (context.isConnected()) {
      return Judgement.pass();
    }
    int port = context.endpoint().endpoint().service().port();
    return FindingBuilder.of(id(), Severity.NOTICE, context)
        .title("port " + port + " is not open")
        .evidence(Dialled.told(context.endpoint()))
        .why("Clients that are set up for this port can't connect; the host answers elsewhere.")
        .fix(REMEDY)
        .see(Reference.rfc(6409, "3.1"))
        .reproduce(Reproduce.connect(context.endpoint().endpoint()))
        .fail();
  }

  private static boolean anyConnected(EndpointContext context, Predicate<EndpointFacts> which) {
    return context.facts().endpoints().stream()
        .anyMatch(e -> which.test(e) && e.dial() instanceof DialOutcome.Connected);
  }

  private static int port(EndpointFacts endpoint) {
    return endpoint.endpoint().service().port();
  }
}
