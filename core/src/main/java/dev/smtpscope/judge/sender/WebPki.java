package dev.smtpscope.judge.sender;

import dev.smtpscope.facts.Answer;
import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.HandshakeFailure;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.TlsOutcome;
import dev.smtpscope.facts.TlsSession;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.target.HostName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a peer that insists on a public authority's certificate for the server's name makes of a TLS
 * session (RFC 5280, RFC 9525).
 */
public sealed interface WebPki {
  /** Trusted, in date, and for the name. */
  record Valid() implements WebPki {}

  /** The session would be broken off. */
  record Invalid(ResultType type, String problem) implements WebPki {}

  /** Not known. */
  record Unknown(String why) implements WebPki {}

  /**
   * Judges what {@code endpoint} has for a sender that asks for {@code host} by that name. A
   * certificate that was served for another name tells nothing of the one for this.
   */
  static WebPki of(EndpointContext endpoint, HostName host) {
    return switch (endpoint.endpoint().tls()) {
      case TlsOutcome.NotReached(var why) -> new Unknown(why);
      case TlsOutcome.NotWanted none -> new Unknown("TLS was not to be tried");
      case TlsOutcome.NotOffered none ->
          new Invalid(ResultType.STARTTLS_NOT_SUPPORTED, "STARTTLS is not offered");
      case TlsOutcome.Refused(Answer.Replied(var reply)) when !reply.isTransient() ->
          new Invalid(
              ResultType.STARTTLS_NOT_SUPPORTED, "STARTTLS is answered with " + reply.code());
      case TlsOutcome.Refused none -> new Unknown("STARTTLS was not granted this time");
      case TlsOutcome.Failed(HandshakeFailure.Interrupted none, var version, var sent) ->
          new Unknown("the TLS handshake was broken off");
      case TlsOutcome.Failed(HandshakeFailure.Silent none, var version, var sent) ->
          new Unknown("the TLS handshake did not end while we waited");
      case TlsOutcome.Failed none ->
          new Invalid(ResultType.VALIDATION_FAILURE, "the TLS handshake fails");
      case TlsOutcome.Established(var session) ->
          served(of(session, endpoint.path(), host, endpoint.facts().observedAt()), session, host);
    };
  }

  private static WebPki served(WebPki verdict, TlsSession session, HostName host) {
    return !(verdict instanceof Valid) && !session.sni().equals(Optional.of(host.ascii()))
        ? new Unknown(
            "the certificate was asked for as "
                + session.sni().orElse("no name")
                + ", not as "
                + host)
        : verdict;
  }

  /** Judges the session's certificates; {@code path} is what could be built from them. */
  static WebPki of(
      TlsSession session, Optional<PathVerdict> path, HostName name, Instant observedAt) {
    return of(session.certificates(), path, name, observedAt);
  }

  /** Judges certificates that are sent, or are to be. */
  static WebPki of(
      List<PeerCertificate> sent, Optional<PathVerdict> path, HostName name, Instant observedAt) {
    Optional<PeerCertificate> leaf = sent.stream().findFirst();
    if (leaf.isEmpty() || path.isEmpty()) {
      return new Invalid(ResultType.CERTIFICATE_NOT_TRUSTED, "the server sent no certificate");
    }
    return switch (path.get()) {
      case PathVerdict.Trusted(var links) ->
          leaf.get()
              .details()
              .map(details -> ofTrusted(sent, links, details, name, observedAt))
              .orElseGet(WebPki::unreadable);
      case PathVerdict.SelfSigned none -> untrusted("the certificate is self-signed");
      case PathVerdict.Incomplete(var links, var issuer, var urls) ->
          untrusted("the certificate of the issuer " + issuer + " is missing");
      case PathVerdict.UntrustedRoot(var links) ->
          untrusted("the root " + links.getLast().subject() + " is not trusted");
      case PathVerdict.Broken(var links, var reason) ->
          untrusted("the certificates do not hold together: " + reason);
      case PathVerdict.Unreadable none -> unreadable();
    };
  }

  private static WebPki ofTrusted(
      List<PeerCertificate> sent,
      List<PathVerdict.Link> links,
      CertificateDetails leaf,
      HostName name,
      Instant at) {
    if (at.isAfter(leaf.notAfter())) {
      return new Invalid(
          ResultType.CERTIFICATE_EXPIRED, "the certificate expired at " + leaf.notAfter());
    }
    if (at.isBefore(leaf.notBefore())) {
      return untrusted("the certificate is valid only from " + leaf.notBefore());
    }
    if (isOutdated(sent, links, at)) {
      return untrusted("an intermediate certificate is not valid now");
    }
    return isForServers(leaf)
        ? byName(leaf, name)
        : untrusted("the certificate is not meant for servers");
  }

  private static boolean isOutdated(
      List<PeerCertificate> sent, List<PathVerdict.Link> links, Instant at) {
    return links.stream()
        .filter(link -> link.position() > 0)
        .flatMap(link -> sent.get(link.position()).details().stream())
        .anyMatch(d -> at.isAfter(d.notAfter()) || at.isBefore(d.notBefore()));
  }

  private static boolean isForServers(CertificateDetails leaf) {
    List<String> usages = leaf.extendedKeyUsages();
    return usages.isEmpty()
        || usages.stream().anyMatch(Set.of("serverAuth", "anyExtendedKeyUsage")::contains);
  }

  private static WebPki byName(CertificateDetails leaf, HostName name) {
    return switch (NameMatcher.match(leaf, name)) {
      case DNS_NAME -> new Valid();
      case UNKNOWN -> new Unknown("the certificate has too many names");
      case COMMON_NAME_ONLY, IGNORED_COMMON_NAME, NONE ->
          new Invalid(
              ResultType.CERTIFICATE_HOST_MISMATCH,
              "the certificate has no DNS name that covers " + name);
    };
  }

  private static WebPki untrusted(String problem) {
    return new Invalid(ResultType.CERTIFICATE_NOT_TRUSTED, problem);
  }

  private static WebPki unreadable() {
    return new Unknown("the certificate can't be read");
  }
}
