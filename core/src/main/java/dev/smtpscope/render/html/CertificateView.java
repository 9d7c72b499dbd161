package dev.smtpscope.render.html;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.PeerCertificate;
import dev.smtpscope.render.outline.Block;
import dev.smtpscope.render.outline.CertificatePairs;
import dev.smtpscope.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One box of the chain.
 *
 * @param kind what it is in the chain: a CSS class too
 * @param place where it comes from
 * @param title a short name
 * @param facts the most important fields
 * @param all every field
 */
record CertificateView(
    String kind,
    String place,
    String title,
    List<String> names,
    Optional<Validity> validity,
    List<Block.Pair> facts,
    List<Block.Pair> all,
    String pem) {
  /** Without escapes, which are rare: the whole name stands below. */
  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,+\\\\]+)");

  static CertificateView sent(List<PeerCertificate> sent, int position, Report report) {
    PeerCertificate certificate = sent.get(position);
    Optional<CertificateDetails> details = certificate.details();
    return new CertificateView(
        "sent",
        "Certificate " + (position + 1) + " of " + sent.size() + " sent",
        details.map(CertificateView::title).orElse("Can't be read as X.509"),
        details.map(CertificateView::names).orElse(List.of()),
        details.map(d -> Validity.of(d, report.facts().observedAt(), report.rules().thresholds())),
        facts(certificate),
        CertificatePairs.of(certificate, report.facts().observedAt()).pairs(),
        certificate.pem());
  }

  static CertificateView anchor(String subject, Report report) {
    return other("anchor", "Root in the " + report.rules().anchors().name(), subject);
  }

  static CertificateView missing(String subject) {
    return other("missing", "Missing: neither sent nor among the trusted roots", subject);
  }

  private static CertificateView other(String kind, String place, String subject) {
    return new CertificateView(
        kind,
        place,
        COMMON_NAME.matcher(subject).results().map(m -> m.group(1)).findFirst().orElse(subject),
        List.of(),
        Optional.empty(),
        List.of(new Block.Pair("Subject", subject)),
        List.of(),
        "");
  }

  private static String title(CertificateDetails details) {
    return details.commonNames().stream()
        .findFirst()
        .or(() -> names(details).stream().findFirst())
        .orElse(details.subject().isEmpty() ? "(no name)" : details.subject());
  }

  private static List<String> names(CertificateDetails details) {
    return details.alternativeNames().stream().map(CertificatePairs::name).toList();
  }

  private static List<Block.Pair> facts(PeerCertificate certificate) {
    return certificate
        .details()
        .map(d ->
            List.of(
                new Block.Pair("Subject", d.subject().isEmpty() ? "(empty)" : d.subject()),
                new Block.Pair("Issuer", d.selfSigned() ? "itself" : d.issuer()),
                new Block.Pair(
                    "Key",
                    CertificatePairs.key(d.key()) + "; signed with " + d.signatureAlgorithm()),
                new Block.Pair("SHA-256", certificate.sha256())))
        .orElse(List.of(new Block.Pair("SHA-256", certificate.sha256())));
  }
}
