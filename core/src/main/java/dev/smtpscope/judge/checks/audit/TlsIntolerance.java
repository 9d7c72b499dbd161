package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.audit.Feature;
import dev.smtpscope.facts.audit.Support;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.audit.Offering;
import java.util.List;
import java.util.Optional;

/** The server breaks off where it should pass over what it does not know. */
public final class TlsIntolerance extends AuditCheck {
  private static final List<Feature> FEATURES =
      List.of(
          Feature.UNKNOWN_VERSION,
          Feature.UNKNOWN_EXTENSION,
          Feature.GREASED_VALUES,
          Feature.LARGE_HELLO);

  public TlsIntolerance() {
    super(
        "tls-intolerance",
        "Does the server pass over what it does not know?",
        AuditRemedies.update(
            "Where a firewall or load balancer stands before it, update that as well."));
  }

  @Override
  Applicability appliesTo(EndpointContext context, Offering offering) {
    return FEATURES.stream().allMatch(offering::isBeyondDepth)
        ? Applicability.not("an audit of this depth does not ask for it")
        : Applicability.applies();
  }

  @Override
  Judgement judge(EndpointContext context, Offering offering) {
    List<String> lacking = having(offering, Support.NO);
    Optional<String> unknown = having(offering, Support.UNKNOWN).stream().findFirst();
    return lacking.isEmpty()
        ? unknown.<Judgement>map(Judgement.Inconclusive::new).orElseGet(Judgement::pass)
        : withRemedy(Severity.WARNING, context)
            .title("the server breaks off where it should pass over what it does not know")
            .evidence(lacking)
            .why(
                "Clients of tomorrow say things that this server does not know; the handshake with"
                    + " them will fail.")
            .see(Reference.rfc(8446, "9.3"), Reference.rfc(8701, "1"))
            .reproduce(Reproduce.testssl(context, "--grease"))
            .fail();
  }

  private static List<String> having(Offering offering, Support support) {
    return FEATURES.stream()
        .filter(f -> !offering.isBeyondDepth(f) && offering.has(f).support() == support)
        .map(f -> f.label() + ": " + offering.has(f).detail())
        .toList();
  }
}
