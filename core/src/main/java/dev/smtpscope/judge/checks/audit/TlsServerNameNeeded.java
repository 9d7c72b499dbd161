package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.facts.audit.ServedChain.Asked;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.sender.WebPki;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;

/** Clients that send no server name, or another one, fare worse. */
public final class TlsServerNameNeeded extends AuditCheck {
  private static final ByRole OTHER = new ByRole(Severity.NOTICE, Severity.WARNING);

  public TlsServerNameNeeded() {
    super(
        "tls-server-name-needed",
        "Do clients without a server name get the same?",
        Remedy.of(
            "Make the certificate for the host's name the default one, which goes to clients"
                + " without a server name (SNI) or with one the server does not know."));
  }

  @Override
  Applicability appliesTo(EndpointContext context, Offering offering) {
    List<ServedChain> asked = asked(offering);
    if (asked.isEmpty()) {
      return Applicability.not("it was not asked without a server name");
    }
    return asked.stream()
        .filter(chain -> chain.trait().support() == Support.UNKNOWN)
        .findFirst()
        .map(chain -> Applicability.unknown(chain.trait().detail()))
        .orElseGet(Applicability::applies);
  }

  private static List<ServedChain> asked(Offering offering) {
    return Chains.asked(offering, Asked.NO_NAME, Asked.UNKNOWN_NAME);
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    return Judgement.of(
        asked(offering).stream().flatMap(chain -> problem(context, chain).stream()).toList());
  }

  private Optional<Finding> problem(EndpointContext context, ServedChain chain) {
    if (chain.trait().isNo()) {
      Severity severity = chain.asked() == Asked.NO_NAME ? Severity.WARNING : Severity.NOTICE;
      return Optional.of(
          finding(severity, context, chain, "are turned away", chain.trait().detail()));
    }
    return chain.asked() == Asked.NO_NAME && Chains.isOther(context, chain)
        ? context.referenceName().flatMap(name -> worse(context, chain, name))
        : Optional.empty();
  }

  private Optional<Finding> worse(EndpointContext context, ServedChain chain, HostName name) {
    return Chains.ofFirst(context, name) instanceof WebPki.Valid
            && Chains.verdict(context, chain.certificates(), name)
                instanceof WebPki.Invalid(var type, var problem)
        ? Optional.of(
            finding(
                OTHER.at(context), context, chain, "get a certificate that is not valid", problem))
        : Optional.empty();
  }

  private Finding finding(
      Severity severity, EndpointContext context, ServedChain chain, String what, String detail) {
    boolean none = chain.asked() == Asked.NO_NAME;
    return withRemedy(severity, context)
        .title("clients with " + (none ? "no" : "an unknown") + " server name " + what)
        .evidence((none ? "without a server name: " : "with an unknown server name: ") + detail)
        .evidence(Chains.words(chain).toList())
        .why(
            "Many mail servers send no server name, or that of an alias. To them the server owes a"
                + " certificate of its choice.")
        .see(Reference.rfc(7672, "8.1"), Reference.rfc(6066, "3"))
        .reproduce(Reproduce.opensslAs(none ? "" : "unknown.invalid", context))
        .build();
  }
}
