package dev.smtpscope.judge.checks.smtp;

import dev.smtpscope.facts.DialOutcome;
import dev.smtpscope.facts.EndpointFacts;
import dev.smtpscope.facts.Facts;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Families;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.target.Addresses;
import dev.smtpscope.text.Words;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** An address of the host is deaf on a port where another of its addresses answers. */
public final class AddressUnreachable implements Check.OfHost {
  private static final Remedy REMEDY =
      Remedies.listen(
          "Have the mail server listen on this address and let it through the firewall, or take the"
              + " address out of DNS.");

  @Override
  public String id() {
    return "address-unreachable";
  }

  @Override
  public String title() {
    return "Does every address answer?";
  }

  @Override
  public List<Remedy> remedies() {
    return List.of(REMEDY);
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    if (context.host().addresses().tested().size() < 2) {
      return Applicability.not("fewer than two addresses were tested");
    }
    boolean reached = context.seen().stream().anyMatch(AddressUnreachable::isConnected);
    return reached
        ? Applicability.applies()
        : Applicability.unknown("no address could be reached at all");
  }

  @Override
  public Judgement judge(HostContext context) {
    Facts facts = context.facts();
    List<Finding> findings =
        context.host().addresses().tested().stream()
            .filter(address -> !Families.isSilent(address, facts))
            .flatMap(address -> finding(context, address).stream())
            .toList();
    return findings.isEmpty() ? withoutFinding(context) : Judgement.of(findings);
  }

  private static Judgement withoutFinding(HostContext context) {
    return context.host().addresses().tested().stream()
        .filter(address -> Families.isSilent(address, context.facts()))
        .map(Families::name)
        .findFirst()
        .<Judgement>map(family ->
            new Judgement.Inconclusive(
                "there seems to be no " + family + " connectivity from here"))
        .orElse(Judgement.pass());
  }

  private Optional<Finding> finding(HostContext context, InetAddress address) {
    List<EndpointFacts> deaf =
        context.seen().stream()
            .filter(e -> e.endpoint().address().equals(address))
            .filter(e -> isDeaf(e) && isAnsweredElsewhere(e, context))
            .toList();
    return deaf.isEmpty() ? Optional.empty() : Optional.of(finding(context, address, deaf));
  }

  private Finding finding(HostContext context, InetAddress address, List<EndpointFacts> deaf) {
    List<String> ports =
        deaf.stream().map(e -> String.valueOf(e.endpoint().service().port())).toList();
    return FindingBuilder.of(id(), Severity.WARNING, context)
        .title(
            Addresses.text(address)
                + " can't be reached on port "
                + Words.list(ports)
                + ", though another address can")
        .evidence(deaf.stream().map(Dialled::told).toList())
        .why(
            "Clients pick any of a host's addresses, often "
                + Families.name(address)
                + " among the first; those who pick this one wait in vain or give up.")
        .fix(REMEDY)
        .see(Reference.rfc(5321, "5.1"))
        .reproduce(Reproduce.connect(deaf.getFirst().endpoint()))
        .build();
  }

  private static boolean isAnsweredElsewhere(EndpointFacts deaf, HostContext context) {
    return context.seen().stream()
        .anyMatch(e ->
            isConnected(e) && e.endpoint().service().port() == deaf.endpoint().service().port());
  }

  private static boolean isConnected(EndpointFacts endpoint) {
    return endpoint.dial() instanceof DialOutcome.Connected;
  }

  private static boolean isDeaf(EndpointFacts endpoint) {
    return !isConnected(endpoint) && !(endpoint.dial() instanceof DialOutcome.NotAttempted);
  }
}
