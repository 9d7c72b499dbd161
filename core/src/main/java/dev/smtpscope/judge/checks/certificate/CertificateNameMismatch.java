package dev.smtpscope.judge.checks.certificate;

import dev.smtpscope.facts.CertificateDetails;
import dev.smtpscope.judge.Applicability;
import dev.smtpscope.judge.EndpointContext;
import dev.smtpscope.judge.Judgement;
import dev.smtpscope.judge.Reference;
import dev.smtpscope.judge.pki.NameMatcher;
import dev.smtpscope.target.HostName;
import java.util.List;

/** The certificate does not cover the host's name. */
public final class CertificateNameMismatch extends LeafCheck {
  private static final int SHOWN = 8;

  public CertificateNameMismatch() {
    super(
        "certificate-name-mismatch",
        "Does the certificate cover the host's name?",
        Remedies.install(
            "Get a certificate with the host's name among its DNS names, or have clients and MX"
                + " records use a name that it covers. The name of the mail host counts, not the"
                + " mail domain."));
  }

  @Override
  public Applicability appliesTo(EndpointContext context) {
    return whereNamed(context);
  }

  @Override
  Judgement judge(EndpointContext context, CertificateDetails leaf) {
    HostName host = context.referenceName().orElseThrow();
    return switch (NameMatcher.match(leaf, host)) {
      case DNS_NAME, COMMON_NAME_ONLY -> Judgement.pass();
      case UNKNOWN -> new Judgement.Inconclusive("the certificate has too many names");
      case IGNORED_COMMON_NAME ->
          failure(context, leaf, host, "only the common name matches, which does not count");
      case NONE -> failure(context, leaf, host, "none of its names matches");
    };
  }

  private Judgement failure(
      EndpointContext context, CertificateDetails leaf, HostName host, String how) {
    return finding(trust(context), context, "-subject -ext subjectAltName")
        .title("the certificate is not for " + host + ": " + how)
        .evidence("expected " + host, "DNS names " + shown(NameMatcher.dnsNames(leaf)))
        .evidence("subject " + leaf.subject())
        .why(whyTrust(context))
        .see(Reference.rfc(9525, "6.3"), Reference.rfc(8314, "3"))
        .fail();
  }

  private static String shown(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    int more = names.size() - SHOWN;
    String first = String.join(", ", names.stream().limit(SHOWN).toList());
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
