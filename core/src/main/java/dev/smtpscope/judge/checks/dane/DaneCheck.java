package dev.smtpscope.judge.checks.dane;

import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.facts.TlsaLookup;
import dev.smtpscope.facts.dns.DnsName;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.checks.Dns;
import dev.smtpscope.judge.checks.OneRemedyHostCheck;
import dev.smtpscope.judge.dane.Dane;
import dev.smtpscope.judge.dane.ReadyMade;
import dev.smtpscope.target.Role;
import dev.smtpscope.target.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the checks of a host's TLSA records have in common. */
abstract class DaneCheck extends OneRemedyHostCheck {
  static final String WHO =
      "Senders that know DANE, among them many providers in Europe and Exchange Online,";

  DaneCheck(String id, String title, Remedy remedy) {
    super(id, title, remedy);
  }

  @Override
  public Applicability appliesTo(HostContext context) {
    if (context.host().services().stream().noneMatch(s -> s.role() == Role.MX)) {
      return Applicability.not("the host takes no mail from other servers");
    }
    if (context.referenceName().isEmpty()) {
      return Applicability.not("an address was tested, so there is no name to look up");
    }
    return lookup(context).isPresent()
        ? Applicability.applies()
        : Applicability.unknown("the DNS was not asked for TLSA records");
  }

  @Override
  public Judgement judge(HostContext context) {
    return judge(context, Dane.of(context, port(context)));
  }

  abstract Judgement judge(HostContext context, Dane dane);

  static int port(HostContext context) {
    return context.host().services().stream()
        .filter(s -> s.role() == Role.MX)
        .map(Service::port)
        .findFirst()
        .orElse(25);
  }

  static Optional<TlsaLookup> lookup(HostContext context) {
    return context.tlsa(port(context));
  }

  /** Where its mail from other servers arrives. */
  static List<EndpointContext> endpoints(HostContext context) {
    return context.endpoints().stream().filter(e -> e.role() == Role.MX).toList();
  }

  /** A finding with the records as evidence. */
  FindingBuilder finding(Severity severity, HostContext context) {
    TlsaLookup lookup = lookup(context).orElseThrow();
    return withRemedy(severity, context)
        .evidence(lookup.answers().stream().flatMap(a -> Dns.lines(a).stream()).toList())
        .reproduce(Dns.delv(lookup.answer()));
  }

  /** The records for what the addresses serve now, each once. */
  static List<String> readyMade(HostContext context) {
    DnsName base = lookup(context).orElseThrow().baseDomain();
    return endpoints(context).stream()
        .flatMap(e -> e.session().map(TlsSession::certificates).stream())
        .flatMap(sent -> ReadyMade.lines(base, port(context), sent).stream())
        .distinct()
        .sorted((a, b) -> b.replaceFirst(".* TLSA ", "").compareTo(a.replaceFirst(".* TLSA ", "")))
        .toList();
  }

  static FindingBuilder publish(FindingBuilder finding, List<String> lines) {
    return lines.isEmpty() ? finding : finding.publish("DNS", "the host's signed zone", lines);
  }

  /** {@code posttls-finger} at that level, to one address or to the host. */
  static String posttlsFinger(HostContext context, EndpointContext endpoint) {
    List<String> words = new ArrayList<>(List.of("posttls-finger", "-l", "dane", "-c"));
    words.add(
        "[" + context.host().label() + "]:" + endpoint.endpoint().endpoint().service().port());
    return Reproduce.command(words);
  }
}
