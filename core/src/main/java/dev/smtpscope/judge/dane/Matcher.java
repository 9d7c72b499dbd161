package dev.smtpscope.judge.dane;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.facts.dns.RecordData.Tlsa;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.target.HostName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds certificates against records.
 *
 * @param sent leaf first
 * @param names any of which the leaf has to cover for usage 2
 */
public record Matcher(List<PeerCertificate> sent, List<HostName> names, Instant at) {
  private static final List<String> SERVER = List.of("serverAuth", "anyExtendedKeyUsage");

  /** The first match; else the mismatch that came nearest. */
  public DaneMatch match(List<TlsaVerdict> records) {
    if (sent.isEmpty()) {
      return none("the server sent no certificate");
    }
    List<DaneMatch> outcomes =
        Stream.of(Association.DANE_EE, Association.DANE_TA)
            .flatMap(usage ->
                records.stream()
                    .flatMap(v -> v.record() instanceof Tlsa t ? Stream.of(t) : Stream.of())
                    .filter(t -> t.usage() == usage))
            .map(this::match)
            .toList();
    return outcomes.stream()
        .filter(DaneMatch.Matched.class::isInstance)
        .findFirst()
        .or(() -> nearest(outcomes))
        .orElseGet(() -> none("there is no record to match"));
  }

  private static Optional<DaneMatch> nearest(List<DaneMatch> outcomes) {
    return outcomes.stream()
        .filter(DaneMatch.Mismatch.class::isInstance)
        .map(DaneMatch.Mismatch.class::cast)
        .max(Comparator.comparing(DaneMatch.Mismatch::cause))
        .<DaneMatch>map(mismatch -> mismatch)
        .or(() -> outcomes.stream().findFirst());
  }

  private DaneMatch match(Tlsa record) {
    return record.usage() == Association.DANE_EE ? ofServer(record) : ofAuthority(record);
  }

  /** Neither names nor dates count (RFC 7671 section 5.1). */
  private DaneMatch ofServer(Tlsa record) {
    PeerCertificate leaf = sent.getFirst();
    return Association.fits(record, leaf.der().toArray())
        ? new DaneMatch.Matched(record, 0, subject(leaf))
        : none("no record has the data of the server's certificate or of an authority it sent");
  }

  private DaneMatch ofAuthority(Tlsa record) {
    return switch (new Authority(record, sent, at).find()) {
      case Authority.Found(int depth, String subject) ->
          ofLeaf().orElseGet(() -> new DaneMatch.Matched(record, depth, subject));
      case Authority.Lacking(var cause, String why) -> new DaneMatch.Mismatch(cause, why);
    };
  }

  private Optional<DaneMatch> ofLeaf() {
    Optional<CertificateDetails> leaf = sent.getFirst().details();
    if (leaf.isEmpty()) {
      return Optional.of(none("the server's certificate can't be read"));
    }
    List<String> usages = leaf.get().extendedKeyUsages();
    if (!usages.isEmpty() && usages.stream().noneMatch(SERVER::contains)) {
      return Optional.of(
          new DaneMatch.Mismatch(
              DaneMatch.Cause.CHAIN, "the server's certificate is not meant for servers"));
    }
    return names.stream().anyMatch(name -> covers(leaf.get(), name))
        ? Optional.empty()
        : Optional.of(
            new DaneMatch.Mismatch(
                DaneMatch.Cause.NAME,
                "the authority matches, but the certificate does not cover "
                    + String.join(" or ", names.stream().map(HostName::ascii).toList())));
  }

  private static boolean covers(CertificateDetails leaf, HostName name) {
    return switch (NameMatcher.match(leaf, name)) {
      case DNS_NAME, COMMON_NAME_ONLY -> true;
      case IGNORED_COMMON_NAME, NONE, UNKNOWN -> false;
    };
  }

  static String subject(PeerCertificate certificate) {
    return certificate.details().map(CertificateDetails::subject).orElse("an unreadable one");
  }

  private static DaneMatch none(String why) {
    return new DaneMatch.Mismatch(DaneMatch.Cause.NO_RECORD, why);
  }
}
