package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Finding;
import dev.smtpscope.judge.FindingBuilder;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.Reproduce;
import dev.smtpscope.judge.Severity;
import dev.smtpscope.judge.pki.PathVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates are sent that nobody needs. */
public final class CertificateChainSurplus extends LeafCheck {
  public CertificateChainSurplus() {
    super(
        "certificate-chain-surplus",
        "Are only those certificates sent that are needed?",
        Remedies.install(
            "Leave in the file only the server's certificate and the intermediates, without the"
                + " root and without others."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return context.path().isPresent()
            && !(context.path().get() instanceof PathVerdict.Trusted)
            && !(context.path().get() instanceof PathVerdict.UntrustedRoot)
        ? Applicability.not("there is no whole chain")
        : super.appliesTo(context);
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    List<Paths.Sent> path = Paths.onPath(context);
    return Judgement.of(
        Stream.of(root(context, path), surplus(context, path)).flatMap(Optional::stream).toList());
  }

  private Optional<Finding> root(EndpointContext context, List<Paths.Sent> path) {
    return path.stream()
        .filter(s -> s.position() > 0 && s.details().selfSigned())
        .findFirst()
        .map(s ->
            finding("/root", Severity.INFO, context)
                .title("the root certificate is sent along")
                .evidence("#" + s.position() + " " + s.details().subject())
                .why(
                    "A client knows the root already or does not trust it; sending it only makes the"
                        + " handshake longer. With DANE-TA on the root it has to be sent.")
                .build());
  }

  private Optional<Finding> surplus(EndpointContext context, List<Paths.Sent> path) {
    Set<String> names =
        path.stream()
            .flatMap(s -> Stream.of(s.details().subject(), s.details().issuer()))
            .collect(Collectors.toSet());
    List<String> lines =
        Paths.sent(context).stream()
            .filter(s -> !path.contains(s) && !isAnotherWay(s, names, path))
            .map(s -> "#" + s.position() + " " + s.details().subject())
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding("/unrelated", Severity.NOTICE, context)
                .title("certificates are sent that do not belong to the chain")
                .evidence(lines)
                .why("Strict clients may stumble over them, and every handshake gets longer.")
                .build());
  }

  /** A cross-signed authority serves clients with other roots than ours; a repetition nobody. */
  private static boolean isAnotherWay(Paths.Sent sent, Set<String> names, List<Paths.Sent> path) {
    return names.contains(sent.details().subject())
        && path.stream().noneMatch(p -> p.details().equals(sent.details()));
  }

  private FindingBuilder finding(String suffix, Severity severity, EndpointContext context) {
    return FindingBuilder.of(id() + suffix, severity, context)
        .fix(remedies().getFirst())
        .see(Reference.rfc(8446, "4.4.2"))
        .reproduce(Reproduce.openssl(context, "-showcerts"));
  }
}
