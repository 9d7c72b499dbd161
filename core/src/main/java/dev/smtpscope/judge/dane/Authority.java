package dev.smtpscope.judge.dane;

import dev.smtpscope.crypto.CertificateSignature;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.dane.DaneMatch.Cause;
import dev.smtpscope.judge.pki.PathVerdict;
import dev.smtpscope.judge.pki.TrustAnchors;
import dev.smtpscope.judge.pki.X509;
import dev.smtpscope.text.DistinguishedName;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the authority that a record of usage 2 names (RFC 7671 section 5.2): among the
 * certificates sent after the server's own, or whole in the record itself.
 */
record Authority(Tlsa record, List<PeerCertificate> sent, Instant at) {
  sealed interface Search {}

  record Found(int depth, String subject) implements Search {}

  record Lacking(Cause cause, String why) implements Search {}

  Search find() {
    List<Search> results = Stream.concat(amongSent(), whole()).toList();
    return results.stream()
        .filter(Found.class::isInstance)
        .findFirst()
        .or(() -> nearest(results))
        .orElseGet(this::nowhere);
  }

  private static Optional<Lacking> nearest(List<Search> results) {
    return results.stream()
        .filter(Lacking.class::isInstance)
        .map(Lacking.class::cast)
        .max(Comparator.comparing(Lacking::cause));
  }

  private Lacking nowhere() {
    return Association.fits(record, sent.getFirst().der().toArray())
        ? new Lacking(
            Cause.NO_RECORD,
            "a record of usage 2 has the data of the server's own certificate, which usage 3 is for")
        : new Lacking(
            Cause.NO_RECORD,
            "no record has the data of the server's certificate or of an authority it sent");
  }

  private Stream<Search> amongSent() {
    return sent.stream()
        .skip(1)
        .filter(certificate -> Association.fits(record, certificate.der().toArray()))
        .flatMap(certificate -> X509.parse(certificate.der().toArray()).stream())
        .map(this::upTo);
  }

  private Stream<Search> whole() {
    if (record.matchingType() != Association.FULL) {
      return Stream.of();
    }
    return record.selector() == Association.CERTIFICATE
        ? X509.parse(record.bytes()).stream().map(this::upTo)
        : TlsaSet.key(record).stream().flatMap(this::signedBy);
  }

  /** The certificates that the bare key signed; a way to one of them is a way to the key. */
  private Stream<Search> signedBy(PublicKey key) {
    return IntStream.range(0, sent.size())
        .mapToObj(i -> X509.parse(sent.get(i).der().toArray()))
        .flatMap(Optional::stream)
        .filter(certificate -> CertificateSignature.verifies(certificate, key))
        .map(this::below);
  }

  private Search below(X509Certificate last) {
    return switch (verdict(last)) {
      case PathVerdict.Trusted(var path) ->
          dated(path, last)
              .<Search>map(why -> new Lacking(Cause.DATE, why))
              .orElseGet(() -> new Found(path.size(), "the key in the record"));
      case PathVerdict other -> unconnected(other);
    };
  }

  private Search upTo(X509Certificate anchor) {
    if (anchor.getVersion() > 1 && anchor.getBasicConstraints() < 0) {
      return new Lacking(Cause.CHAIN, name(anchor) + " matches, but is no authority (CA)");
    }
    return switch (verdict(anchor)) {
      case PathVerdict.Trusted(var path) when path.size() > 1 ->
          dated(path, anchor)
              .<Search>map(why -> new Lacking(Cause.DATE, why))
              .orElseGet(() -> new Found(path.size() - 1, name(anchor)));
      case PathVerdict other -> unconnected(other);
    };
  }

  private PathVerdict verdict(X509Certificate anchor) {
    return PathVerdict.of(sent, TrustAnchors.of("TLSA", List.of(anchor)), at);
  }

  private static Search unconnected(PathVerdict verdict) {
    String detail = verdict instanceof PathVerdict.Broken(var path, String why) ? ": " + why : "";
    return new Lacking(
        Cause.CHAIN,
        "a record matches an authority, but the server's certificate does not lead to it" + detail);
  }

  /** Which certificate on the way is out of its time. */
  private Optional<String> dated(List<PathVerdict.Link> path, X509Certificate anchor) {
    return path.stream()
        .map(link ->
            link.position() < 0
                ? Optional.of(anchor)
                : X509.parse(sent.get(link.position()).der().toArray()))
        .flatMap(Optional::stream)
        .filter(certificate -> !isValid(certificate))
        .findFirst()
        .map(certificate ->
            "the authority matches, but "
                + name(certificate)
                + " is valid from "
                + certificate.getNotBefore().toInstant()
                + " to "
                + certificate.getNotAfter().toInstant());
  }

  private boolean isValid(X509Certificate certificate) {
    return !at.isBefore(certificate.getNotBefore().toInstant())
        && !at.isAfter(certificate.getNotAfter().toInstant());
  }

  private static String name(X509Certificate certificate) {
    return DistinguishedName.of(certificate.getSubjectX500Principal());
  }
}
