package dev.smtpscope.judge.checks.mtasts;

import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.DomainContext;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.HostContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Remedy;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.mtasts.Mode;
import dev.smtpscope.judge.mtasts.Policy;
import dev.smtpscope.judge.sender.WebPki;
import dev.smtpscope.target.HostName;
import dev.smtpscope.target.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An MX host that the policy allows does not have the TLS that it asks for. */
public final class MtaStsHostUnfit extends PolicyCheck {
  public MtaStsHostUnfit() {
    super(
        "mta-sts-host-unfit",
        "Does every MX host meet the MTA-STS policy?",
        Remedy.of(
            "Have every MX host offer STARTTLS with a certificate of a public authority that has"
                + " the host's name among its DNS names, with its intermediates. Until then, mode"
                + " testing keeps mail flowing."));
  }

  @Override
  public Applicability appliesTo(DomainContext context) {
    return whereActive(context);
  }

  /** A host as a sender finds it that keeps to the policy. */
  private record Held(HostContext host, List<Place> places) {
    boolean fits() {
      return places.stream().anyMatch(p -> p.verdict() instanceof WebPki.Valid);
    }

    List<Place> unfit() {
      return places.stream().filter(p -> p.verdict() instanceof WebPki.Invalid).toList();
    }

    Optional<String> unknown() {
      return places.isEmpty()
          ? Optional.of("it was not reached")
          : places.stream()
              .flatMap(p ->
                  p.verdict() instanceof WebPki.Unknown(var why) ? Stream.of(why) : Stream.of())
              .findFirst();
    }
  }

  private record Place(EndpointContext context, WebPki verdict) {
    String told() {
      return context.endpoint().endpoint()
          + ": "
          + (verdict instanceof WebPki.Invalid(var type, var problem)
              ? problem + " (" + type.id() + ")"
              : "");
    }
  }

  @Override
  public Judgement judge(DomainContext context) {
    Policy policy = policy(context);
    List<Held> hosts =
        context.mailHosts().stream()
            .filter(host -> host.referenceName().filter(policy::covers).isPresent())
            .map(MtaStsHostUnfit::held)
            .toList();
    boolean anyFits = hosts.stream().anyMatch(h -> h.fits() || h.unknown().isPresent());
    List<Finding> findings =
        hosts.stream()
            .filter(h -> !h.unfit().isEmpty())
            .map(h -> finding(h, policy.mode(), anyFits))
            .toList();
    return findings.isEmpty() ? withoutFinding(hosts) : Judgement.of(findings);
  }

  private static Held held(HostContext host) {
    HostName name = host.referenceName().orElseThrow();
    return new Held(
        host,
        host.endpoints().stream()
            .filter(e -> e.role() == Role.MX && e.isConnected())
            .map(e -> new Place(e, WebPki.of(e, name)))
            .toList());
  }

  private static Judgement withoutFinding(List<Held> hosts) {
    if (hosts.isEmpty()) {
      return new Judgement.NotApplicable("mta-sts-mx-uncovered tells it");
    }
    return hosts.stream()
        .filter(h -> h.unknown().isPresent())
        .findFirst()
        .<Judgement>map(h ->
            new Judgement.Inconclusive(h.host().host().label() + ": " + h.unknown().orElseThrow()))
        .orElseGet(Judgement::pass);
  }

  private Finding finding(Held held, Mode mode, boolean anyFits) {
    Place first = held.unfit().getFirst();
    boolean refused = mode == Mode.ENFORCE && !anyFits;
    return withRemedy(refused ? Severity.ERROR : Severity.WARNING, held.host())
        .title(
            held.host().host().label()
                + " does not meet the MTA-STS policy: "
                + (first.verdict() instanceof WebPki.Invalid(var type, var problem) ? problem : ""))
        .evidence("mode: " + mode.id())
        .evidence(held.unfit().stream().map(Place::told).toList())
        .why(why(mode, anyFits))
        .see(Reference.rfc(8461, "4.2"), Reference.rfc(8460, "4.3.1"))
        .reproduce(Reproduce.openssl(first.context(), "-verify_return_error"))
        .build();
  }

  private static String why(Mode mode, boolean anyFits) {
    if (mode != Mode.ENFORCE) {
      return "In mode testing it is only reported. In mode enforce senders would not deliver there.";
    }
    return anyFits
        ? "Senders that keep to the policy do not deliver there and use the other hosts."
        : "Senders that keep to the policy, the big mailbox providers among them, do not deliver:"
            + " their mail waits and is returned.";
  }
}
