package dev.smtpscope.judge.pki;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.facts.CertificateDetails.AlternativeName;
import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Locale;

/**
 * Holds the names of a certificate against a host name (RFC 9525 section 6.3): a wildcard stands
 * for one whole left-most label, and the common name never counts where a DNS name is present.
 */
public final class NameMatcher {
  private NameMatcher() {}

  /** How a name fits. */
  public enum Match {
    /** A DNS name of the certificate covers it. */
    DNS_NAME,
    /** There is no DNS name; the common name covers it, which strict clients do not accept. */
    COMMON_NAME_ONLY,
    /**
     * DNS names are present and do not cover it, though the common name, which is ignored, does.
     */
    IGNORED_COMMON_NAME,
    /** Nothing covers it. */
    NONE,
    /** Nothing that was kept covers it, but not all names were kept. */
    UNKNOWN
  }

  /** How {@code host} fits the certificate. */
  public static Match match(CertificateDetails certificate, HostName host) {
    List<String> dnsNames = dnsNames(certificate);
    if (anyCovers(dnsNames, host)) {
      return Match.DNS_NAME;
    }
    if (certificate.alternativeNames().size() >= CertificateDetails.MAX_NAMES) {
      return Match.UNKNOWN;
    }
    if (!anyCovers(certificate.commonNames(), host)) {
      return Match.NONE;
    }
    return dnsNames.isEmpty() ? Match.COMMON_NAME_ONLY : Match.IGNORED_COMMON_NAME;
  }

  /** The DNS names of the certificate, as they stand there. */
  public static List<String> dnsNames(CertificateDetails certificate) {
    return certificate.alternativeNames().stream()
        .filter(name -> name.type() == AlternativeName.Type.DNS)
        .map(AlternativeName::value)
        .toList();
  }

  private static boolean anyCovers(List<String> presented, HostName host) {
    return presented.stream().anyMatch(name -> covers(name, host));
  }

  private static boolean covers(String presented, HostName host) {
    String lower = presented.toLowerCase(Locale.ROOT);
    String pattern = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (!pattern.startsWith("*.")) {
      return pattern.equals(host.ascii());
    }
    int dot = host.ascii().indexOf('.');
    return dot > 0 && host.ascii().substring(dot).equals(pattern.substring(1));
  }
}
