package dev.smtpscope.bulk.store;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.target.HostName;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether what was seen under one server name holds for another. Only the certificate may
 * depend on the name that TLS asks for, or a server's wish to shake hands at all; where a
 * certificate was seen that is for the other name too, there is nothing more to learn.
 */
final class Sharing {
  private static final String ANY = "any";

  private Sharing() {}

  /** Whether it holds for {@code name}, the one that TLS would ask for now. */
  static boolean isFor(Recorded seen, Optional<String> name) {
    return seen.sni().equals(name)
        || isForAll(seen.facts().tls())
        || name.map(HostName::new).filter(host -> covers(seen, host)).isPresent();
  }

  private static boolean isForAll(TlsOutcome tls) {
    return switch (tls) {
      case TlsOutcome.Established session -> false;
      case TlsOutcome.Failed failed ->
          !(failed.failure() instanceof HandshakeFailure.AlertReceived);
      case TlsOutcome.NotReached none -> true;
      case TlsOutcome.NotWanted none -> true;
      case TlsOutcome.NotOffered none -> true;
      case TlsOutcome.Refused refused -> true;
    };
  }

  /** What it is to be found by: at least one of the marks of each name that it holds for. */
  static Stream<String> marks(Recorded seen) {
    Stream<String> more =
        isForAll(seen.facts().tls())
            ? Stream.of(ANY)
            : leaf(seen).stream().flatMap(Sharing::covered);
    return Stream.concat(Stream.of(asked(seen.sni())), more);
  }

  /** The marks of what may hold for {@code name}. */
  static Stream<String> marks(Optional<String> name) {
    Stream<String> more =
        name.map(HostName::new).map(HostName::ascii).stream()
            .flatMap(host -> Stream.of(covering(host), covering(wildcard(host))));
    return Stream.concat(Stream.of(asked(name), ANY), more);
  }

  private static Stream<String> covered(CertificateDetails leaf) {
    return NameMatcher.dnsNames(leaf).stream()
        .map(name -> covering(name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")));
  }

  private static String asked(Optional<String> name) {
    return "asked for " + name.orElse("");
  }

  private static String covering(String name) {
    return "covers " + name;
  }

  private static String wildcard(String host) {
    return "*" + host.substring(Math.max(0, host.indexOf('.')));
  }

  private static boolean covers(Recorded seen, HostName host) {
    return leaf(seen)
        .filter(leaf -> NameMatcher.match(leaf, host) == NameMatcher.Match.DNS_NAME)
        .isPresent();
  }

  private static Optional<CertificateDetails> leaf(Recorded seen) {
    return seen.facts().session().flatMap(TlsSession::leaf).flatMap(PeerCertificate::details);
  }
}
