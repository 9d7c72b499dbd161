package dev.smtpscope.judge.checks.audit;

import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.audit.ServedChain;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.audit.Offering;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.sender.WebPki;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates that came beside those of the first connection, and what a client makes of them. */
final class Chains {
  private Chains() {}

  /** Those asked for in one of these ways. */
  static List<ServedChain> asked(Offering offering, ServedChain.Asked... ways) {
    List<ServedChain.Asked> wanted = List.of(ways);
    return offering.audit().chains().stream().filter(c -> wanted.contains(c.asked())).toList();
  }

  /** Whether {@code chain} begins with another certificate than the first connection's. */
  static boolean isOther(EndpointContext context, ServedChain chain) {
    return leaf(chain.certificates()).filter(leaf -> !leaf.equals(first(context))).isPresent();
  }

  private static String first(EndpointContext context) {
    return context.session().flatMap(s -> leaf(s.certificates())).orElse("");
  }

  private static Optional<String> leaf(List<PeerCertificate> certificates) {
    return certificates.stream().findFirst().map(PeerCertificate::sha256);
  }

  /** What a client that checks certificates makes of {@code sent}. */
  static WebPki verdict(EndpointContext context, List<PeerCertificate> sent, HostName name) {
    Optional<PathVerdict> path =
        Optional.of(sent)
            .filter(certificates -> !certificates.isEmpty())
            .map(certificates ->
                PathVerdict.of(
                    certificates, context.rules().anchors(), context.facts().observedAt()));
    return WebPki.of(sent, path, name, context.facts().observedAt());
  }

  /** What it makes of those of the first connection. */
  static WebPki ofFirst(EndpointContext context, HostName name) {
    return context
        .session()
        .map(session -> verdict(context, session.certificates(), name))
        .orElseGet(() -> new WebPki.Unknown("there was no first connection"));
  }

  /** The subject and end of the certificate of the server itself, as a line of evidence. */
  static Stream<String> words(ServedChain chain) {
    return chain.certificates().stream()
        .limit(1)
        .flatMap(c -> c.details().stream())
        .map(d -> d.subject() + ", " + d.key().algorithm() + ", valid until " + d.notAfter());
  }
}
