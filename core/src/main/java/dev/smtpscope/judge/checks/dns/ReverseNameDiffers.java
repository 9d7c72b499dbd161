package dev.smtpscope.judge.checks.dns;

import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyHostCheck;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import dev.smtpscope.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The server calls itself by another name than reverse DNS has for its address. */
public final class ReverseNameDiffers extends OneRemedyHostCheck {
  public ReverseNameDiffers() {
    super(
        "reverse-name-differs",
        "Does the server call itself as reverse DNS does?",
        Remedy.of(
            "Have the server introduce itself by the name that the PTR record gives, or have that"
                + " record changed. With several addresses or servers behind one name, it may well"
                + " stay as it is."));
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    return Reverse.appliesTo(context);
  }

  @Override
  public Judgement judge(HostContext context) {
    List<Reverse> named = Reverse.of(context).stream().filter(r -> !r.names().isEmpty()).toList();
    if (named.isEmpty()) {
      return new Judgement.NotApplicable("reverse DNS has no name to compare with");
    }
    List<Finding> findings = named.stream().flatMap(r -> finding(context, r).stream()).toList();
    boolean unspoken = named.stream().anyMatch(r -> ownName(context, r).isEmpty());
    return findings.isEmpty() && unspoken
        ? new Judgement.Inconclusive("the server did not say its name")
        : Judgement.of(findings);
  }

  private Optional<Finding> finding(HostContext context, Reverse reverse) {
    return ownName(context, reverse)
        .filter(own -> !reverse.names().contains(own))
        .map(own -> finding(context, reverse, own));
  }

  /** Only a name that could be compared: no address literal, no mask of a middlebox. */
  private static Optional<DnsName> ownName(HostContext context, Reverse reverse) {
    return context.seen().stream()
        .filter(e -> e.endpoint().address().equals(reverse.address()))
        .filter(e -> e.endpoint().service().role() == Role.MX)
        .flatMap(e -> e.hello().serverName().or(e.helloInTls()::serverName).stream())
        .flatMap(ReverseNameDiffers::hostName)
        .findFirst();
  }

  private static Stream<DnsName> hostName(String word) {
    try {
      HostName name =
          new HostName(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
      return name.labels().size() > 1 ? Stream.of(DnsName.of(name)) : Stream.of();
    } catch (IllegalArgumentException _) {
      return Stream.of();
    }
  }

  private Finding finding(HostContext context, Reverse reverse, DnsName own) {
    return withRemedy(Severity.INFO, context)
        .title(
            "the server calls itself "
                + own
                + ", reverse DNS calls "
                + reverse.text()
                + " "
                + Words.list(reverse.names().stream().limit(3).map(DnsName::text).toList()))
        .evidence("EHLO: " + own)
        .evidence(Dns.lines(reverse.lookup().pointer()))
        .why(
            "It does not matter for mail that comes in. Receivers of mail sent from this address"
                + " may compare the two.")
        .see(Reference.rfc(5321, "4.1.4"))
        .reproduce(reverse.dig())
        .build();
  }
}
