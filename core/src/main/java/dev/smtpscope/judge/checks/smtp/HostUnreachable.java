package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Lookup;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reachability;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import java.util.List;
import java.util.Optional;

/** Nothing of the host can be reached: no address, or no port that takes a connection. */
public final class HostUnreachable implements Check.OfHost {
  private static final Remedy NO_ADDRESS =
      Remedy.of(
          "Publish an A or AAAA record for the name, or correct the name where it is used, such as"
              + " in the domain's MX record.");
  private static final Remedy NOT_LISTENING =
      Remedies.listen(
          "Start the mail server, have it listen on the public address and open its ports in every"
              + " firewall on the way.");

  @Override
  public String id() {
    return "host-unreachable";
  }

  @Override
  public String title() {
    return "Can the host be reached?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(NO_ADDRESS, NOT_LISTENING);
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    Reachability reachability = Reachability.of(context.facts(), context.host());
    Optional<String> elsewhere = MailRoute.toldElsewhere(context, reachability);
    if (elsewhere.isPresent()) {
      return Applicability.not(elsewhere.get() + " tells it");
    }
    return switch (reachability) {
      case UNTOLD -> Applicability.unknown(untold(context.host().lookup()));
      case REACHED, CLOSED, SILENT, NO_ADDRESS -> Applicability.applies();
    };
  }

  private static String untold(Lookup lookup) {
    return lookup instanceof Lookup.Failed(var detail, var elapsed)
        ? "the name could not be looked up: " + detail
        : "no connection could be tried from here";
  }

  @Override
  public Judgement judge(HostContext context) {
    if (context.host().lookup() instanceof Lookup.NotFound(var detail, var elapsed)) {
      return noAddress(context, detail);
    }
    return Reachability.of(context.facts(), context.host()) == Reachability.REACHED
        ? Judgement.pass()
        : unreachable(context, context.seen());
  }

  private Judgement noAddress(HostContext context, String detail) {
    String host = context.host().label();
    return FindingBuilder.of(id(), Severity.ERROR, context)
        .title("the name " + host + " has no address")
        .evidence("A and AAAA of " + host + ": " + detail)
        .why("Without an address nobody can connect: all mail to this host is delayed or returned.")
        .fix(NO_ADDRESS)
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(Reproduce.lookUp(host))
        .fail();
  }

  private Judgement unreachable(HostContext context, List<EndpointFacts> endpoints) {
    boolean spare = MailRoute.hasOtherWay(context);
    return FindingBuilder.of(id(), spare ? Severity.WARNING : Severity.ERROR, context)
        .title("no tested port of the host can be reached")
        .evidence(endpoints.stream().map(Dialled::told).toList())
        .why(
            spare
                ? "Mail goes to the domain's other servers; the time that senders wait for this"
                    + " one delays it, and there is one server less to fall back on."
                : "Nobody who has the same way here can deliver or submit mail."
                    + (isBlockOf25(endpoints) ? OWN_BLOCK : ""))
        .fix(NOT_LISTENING)
        .see(Reference.rfc(5321, "4.5.4.1"))
        .reproduce(Reproduce.connect(endpoints.getFirst().endpoint()))
        .fail();
  }

  private static final String OWN_BLOCK =
      " But port 25 timed out: most clouds and access networks block outgoing connections to port"
          + " 25, so that block may be on this side. Try a host that is known to answer on port 25,"
          + " or test from another network.";

  private static boolean isBlockOf25(List<EndpointFacts> endpoints) {
    List<EndpointFacts> relay =
        endpoints.stream().filter(e -> e.endpoint().service().port() == 25).toList();
    return !relay.isEmpty()
        && relay.stream().allMatch(e -> e.dial() instanceof DialOutcome.TimedOut);
  }
}
